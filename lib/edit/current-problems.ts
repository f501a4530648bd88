import { contentFolder, displayPath } from '@/lib/catalogue/content-folder';
import { contentVersion, watchContent } from '@/lib/catalogue/content-watch';
import type { Problem } from '@/lib/source/problem';
import { checkLibrary } from './check';
import { reportProblems } from './report';

// As the watch of the content: Next.js loads this module more than once.
const shared: typeof globalThis & { checkedContent?: { key: string; problems: Promise<Problem[]> } } =
  globalThis;

/** What is wrong with one content file, for the live preview; checked once for every change of the content. */
export async function currentProblems(path: string): Promise<Problem[]> {
  const file = displayPath(contentFolder(), path);
  return (await allProblems()).filter((problem) => problem.file === file);
}

/** Writes what is wrong with the content to the terminal of the live preview: now, and after every change. */
export async function reportCurrentProblems(): Promise<void> {
  const report = async () => {
    const problems = await allProblems();
    if (problems.length > 0) console.log(reportProblems(problems, 'text', () => undefined));
  };
  const { listeners } = await watchContent();
  listeners.add(() => {
    report().catch(console.error);
  });
  await report();
}

async function allProblems(): Promise<Problem[]> {
  const key = `${await contentVersion()} ${contentFolder()}`;
  if (shared.checkedContent?.key !== key) {
    shared.checkedContent = { key, problems: checkLibrary(contentFolder()).then(({ problems }) => problems) };
  }
  return shared.checkedContent.problems;
}
