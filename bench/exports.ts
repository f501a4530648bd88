import { join } from 'node:path';

import { figure, markdownTable } from './running/figures';
import { moveAside } from './running/move-aside';
import type { BenchOptions } from './running/options';
import { costOf, costTitles, middleOf, type Cost, type Program } from './running/program';
import { copyProject, installPackages } from './running/project-copy';

const commands: readonly [name: string, command: Program['command'], made: readonly string[]][] = [
  ['npm run build', ['node', 'scripts/run.mjs', 'build'], ['out', 'out.releases']],
  ['npx next build', ['node', 'node_modules/next/dist/bin/next', 'build'], ['export', '.next']],
  ['npm run export', ['node', 'scripts/run.mjs', 'export'], ['export', '.next']],
];

/** Measures a release of the project's own content in a fresh clone, compared with an export by Next.js. */
export async function measureExports(options: BenchOptions): Promise<string[]> {
  const folder = join(options.folder, 'exports');
  await copyProject(folder, 'now');
  await installPackages(folder);
  const rows: string[][] = [];
  for (const [name, command, made] of commands) {
    const costs: Cost[] = [];
    for (let run = 0; run < options.runs; run += 1) {
      for (const path of ['.cache', ...made]) await moveAside(folder, path);
      costs.push(await costOf({ command, cwd: folder }));
    }
    rows.push([name, ...middleOf(costs).map(figure)]);
  }
  return markdownTable(
    [`content/, Node ${process.version}, ${options.runs} runs`, ...costTitles('first')],
    rows,
  );
}
