import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { Answers } from '@/lib/answer/answers';
import { currentAnswer } from '@/lib/answer/current';
import { contentFolder } from '@/lib/catalogue/content-folder';
import type { Catalogue, Entry } from '@/lib/catalogue/catalogue';
import { readAnswer } from '@/lib/catalogue/load';
import { checkLibrary, type CheckedLibrary } from '@/lib/edit/check';
import { formatProblem, hasErrors, type Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';
import { assembleRelease } from './assemble';
import { exportFolder, exportSite, nextFolder } from './export';
import { markdownFile, markdownPages } from './markdown-pages';
import { prepareMathFont } from './math-font';
import { keyOf, writeOutputs } from './output';
import { redirectOutputs } from './redirects';
import { isAppRoute, readRoutes, refuseClientComponents } from './routes';
import { updateSearchIndex, type SearchChange } from './search-index';
import { studyCardOutputs } from './study-cards';
import { newReleaseFolder, outFolder, switchTo } from './switch';
import { verifyRelease } from './verify';

/**
 * From the content folder to a published release. The release before stays published until the new one is whole.
 *
 * @param report is told what is being done, a line at a time
 * @param skipBroken publishes the rest of the library when some of its files have errors
 * @throws UserError naming everything that has to be mended first
 */
export async function buildSite(report: (line: string) => void, skipBroken = false): Promise<void> {
  const started = performance.now();
  const library = await checkLibrary(contentFolder());
  refuseBroken(library, report, skipBroken);
  const { catalogue } = library;
  report(`Building ${catalogue.entries.length} questions in ${catalogue.subjects.length} subjects …`);

  const [, answerKeys] = await Promise.all([prepareMathFont(), renderAnswers(catalogue)]);
  await exportSite();
  const routes = await readRoutes(nextFolder);
  await refuseClientComponents(nextFolder, routes);

  const out = outFolder();
  const release = await newReleaseFolder(out);
  try {
    const appPaths = new Set(routes.filter(isAppRoute).map(({ path }) => path));
    const links = await assembleRelease(exportFolder, release, appPaths);
    const keyOfAnswer = (entry: Entry) => answerKeys.get(entry) ?? '';
    await writeOutputs(release, [
      ...markdownPages(catalogue, { keyOf: keyOfAnswer, read: readMarkdown }),
      ...studyCardOutputs(catalogue),
      ...redirectOutputs(library.redirects),
    ]);
    await updateSearchIndex({
      release,
      subjects: catalogue.subjects,
      changes: allQuestions(release, catalogue),
    });
    await verifyRelease(release, catalogue, links);
  } catch (error) {
    await rm(release, { recursive: true, force: true });
    throw error;
  }
  await switchTo(release, out);
  report(`Built ${out} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** Answers that are rendered at a time; more would only wait in memory. */
const answersAhead = 16;

/** Every question as one that the search index does not have yet. */
async function* allQuestions(release: string, { entries }: Catalogue): AsyncGenerator<SearchChange> {
  for (const { address } of entries) {
    yield { after: await readFile(join(release, markdownFile(address)), 'utf8') };
  }
}

/** An answer as it is published in Markdown. */
async function readMarkdown(entry: Entry): Promise<string> {
  return (await currentAnswer(entry)).markdown;
}

/** So that every page finds its answer rendered. @returns a key for each answer */
async function renderAnswers({ entries }: Catalogue): Promise<Map<Entry, string>> {
  const keys = new Map<Entry, string>();
  const answers = await Answers.open();
  let next = 0;
  const work = async () => {
    for (let entry = entries[next++]; entry; entry = entries[next++]) {
      const answer = await readAnswer(entry);
      keys.set(entry, keyOf(answer));
      await answers.get(answer);
    }
  };
  await Promise.all(Array.from({ length: answersAhead }, work));
  await answers.close();
  return keys;
}

function refuseBroken(
  { catalogue, problems }: CheckedLibrary,
  report: (line: string) => void,
  skipBroken: boolean,
): void {
  if (hasErrors(problems) && !(skipBroken && catalogue.entries.length > 0)) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const lines = errors.map(formatProblem).join('\n');
    const whole = catalogue.entries.length === 0 ? 'No question could be read. ' : '';
    throw new UserError(
      `${lines}\n\n${whole}${countErrors(errors)} Mend them and build again; nothing was published.`,
    );
  }
  for (const problem of problems) report(formatProblem(problem));
}

function countErrors(errors: readonly Problem[]): string {
  const files = new Set(errors.map(({ file }) => file)).size;
  return `Found ${errors.length} ${errors.length === 1 ? 'error' : 'errors'} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}
