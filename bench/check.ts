import { ourVersions } from './peers/ours';
import { editQuestion } from './running/changes';
import { markdownTable } from './running/figures';
import type { BenchOptions } from './running/options';
import { costOf, costTitles, middleOf, type Cost } from './running/program';
import { measureRows, programIn, removeBuilt } from './running/project';

const ownSizes = [10_000];

/** Measures a check without a cache, and a check after one edit. */
export async function measureCheck(options: BenchOptions): Promise<string[]> {
  const rows = await measureRows(options, ownSizes, await ourVersions(), async (project) => {
    const check = programIn(project, ['node', 'scripts/run.mjs', 'check']);
    const [cold, edited]: [Cost[], Cost[]] = [[], []];
    for (let run = 0; run < options.runs; run += 1) {
      await removeBuilt(project);
      cold.push(await costOf(check));
      await editQuestion(project, run);
      edited.push(await costOf(check));
    }
    return [cold, edited].flatMap(middleOf);
  });
  const titles = ['fresh clone', 'one edit'].flatMap(costTitles);
  return markdownTable([`check, Node ${process.version}, ${options.runs} runs`, ...titles], rows);
}
