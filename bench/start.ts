import { join } from 'node:path';

import { freePort } from '@/lib/testing/free-port';
import { ourVersions } from './peers/ours';
import { figure, markdownTable, medianOf } from './running/figures';
import { moveAside } from './running/move-aside';
import type { BenchOptions } from './running/options';
import { withServer } from './running/program';
import { copyProject, installPackages } from './running/project-copy';

/**
 * Measures `npm start` in a fresh clone: the installation of packages, and building and serving the project's
 * own content.
 */
export async function measureStart(options: BenchOptions): Promise<string[]> {
  const parent = join(options.folder, 'start');
  const folder = join(parent, 'clone');
  const rows: string[][] = [];
  for (const { id, name, missing, version } of await ourVersions()) {
    if (!options.wants('rows', id)) continue;
    const [installed, built, megabytes]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; missing === undefined && run < options.runs; run += 1) {
      await moveAside(parent, 'clone');
      await copyProject(folder, version);
      installed.push((await installPackages(folder)).seconds);
      const port = await freePort();
      const start = {
        command: ['node', 'scripts/run.mjs', 'start'] as const,
        cwd: folder,
        env: { PORT: String(port) },
      };
      const memory = await withServer(start, async (waitFor) => {
        built.push(await waitFor(`http://localhost:${port}/`, '</html>'));
      });
      megabytes.push(memory);
    }
    const figures = [installed, built, megabytes].map((all) => figure(medianOf(all)));
    rows.push([missing === undefined ? name : `${name}: ${missing}`, ...figures]);
  }
  const titles = ['installing, s', 'building, s', 'MB'];
  return markdownTable([`npm start, Node ${process.version}, ${options.runs} runs`, ...titles], rows);
}
