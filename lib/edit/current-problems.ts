import { contentFolder, displayPath } from '@/lib/catalogue/content-folder';
import { contentStamp } from '@/lib/catalogue/content-stamp';
import type { Problem } from '@/lib/source/problem';
import { checkLibrary } from './check';

const checked = new Map<string, Promise<Problem[]>>();

/** What is wrong with one content file, for the live preview; checked once for every change of the content. */
export async function currentProblems(path: string): Promise<Problem[]> {
  const folder = contentFolder();
  const key = folder + contentStamp;
  let problems = checked.get(key);
  if (!problems) {
    problems = checkLibrary(folder).then((library) => library.problems);
    checked.clear();
    checked.set(key, problems);
  }
  const file = displayPath(folder, path);
  return (await problems).filter((problem) => problem.file === file);
}
