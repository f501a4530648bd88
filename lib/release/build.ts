import { rm } from 'node:fs/promises';

import { Answers } from '@/lib/answer/answers';
import { contentFolder } from '@/lib/catalogue/content-folder';
import type { Catalogue } from '@/lib/catalogue/catalogue';
import { readAnswer } from '@/lib/catalogue/load';
import { checkLibrary, type CheckedLibrary } from '@/lib/edit/check';
import { formatProblem, hasErrors, type Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';
import { assembleRelease } from './assemble';
import { exportFolder, exportSite, nextFolder } from './export';
import { prepareMathFont } from './math-font';
import { writeOutputs } from './output';
import { redirectOutputs } from './redirects';
import { isAppRoute, readRoutes, refuseClientComponents } from './routes';
import { scriptOutputs } from './scripts';
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

  await Promise.all([prepareMathFont(), renderAnswers(catalogue)]);
  await exportSite();
  const routes = await readRoutes(nextFolder);
  await refuseClientComponents(nextFolder, routes);

  const out = outFolder();
  const release = await newReleaseFolder(out);
  try {
    const appPaths = new Set(routes.filter(isAppRoute).map(({ path }) => path));
    const links = await assembleRelease(exportFolder, release, appPaths, catalogue);
    await writeOutputs(release, [
      ...studyCardOutputs(catalogue),
      ...redirectOutputs(library.redirects),
      ...(await scriptOutputs()),
    ]);
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

/** So that every page finds its answer rendered. */
async function renderAnswers({ entries }: Catalogue): Promise<void> {
  const answers = await Answers.open();
  let next = 0;
  const work = async () => {
    for (let entry = entries[next++]; entry; entry = entries[next++]) {
      await answers.get(await readAnswer(entry));
    }
  };
  await Promise.all(Array.from({ length: answersAhead }, work));
  await answers.close();
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
