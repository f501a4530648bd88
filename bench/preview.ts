import { freePort } from '@/lib/testing/free-port';
import { addressOf, generateHead } from './library/questions';
import { ourVersions } from './peers/ours';
import { editQuestion } from './running/changes';
import { markdownTable, medianOf } from './running/figures';
import type { BenchOptions } from './running/options';
import { withServer } from './running/program';
import { measureRows, programIn, removeBuilt, type Project } from './running/project';

const ownSizes = [80, 4000];

/**
 * Measures how long the live preview takes to show a page in a fresh clone, and the same page after an edit.
 */
export async function measurePreview(options: BenchOptions): Promise<string[]> {
  const rows = await measureRows(options, ownSizes, await ourVersions(), (project) =>
    measure(project, options.runs),
  );
  const titles = ['first page, s', 'after an edit, s', 'MB'];
  return markdownTable([`preview, Node ${process.version}, ${options.runs} runs`, ...titles], rows);
}

async function measure(project: Project, runs: number): Promise<number[]> {
  const [first, edited, megabytes]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < runs; run += 1) {
    await removeBuilt(project);
    const port = await freePort();
    const url = `http://localhost:${port}${addressOf(generateHead(run))}`;
    const preview = programIn(project, ['node', 'scripts/run.mjs', 'dev', '--port', String(port)]);
    const memory = await withServer(preview, async (waitFor) => {
      first.push(await waitFor(url, '</article>'));
      await editQuestion(project, run);
      edited.push(await waitFor(url, `Edited${run} `));
    });
    megabytes.push(memory);
  }
  return [first, edited, megabytes].map(medianOf);
}
