import { join } from 'node:path';

import type { Library } from '../library/questions';
import { writeLibrary } from '../library/write';
import type { Peer } from '../peers/peer';
import { figure } from './figures';
import { moveAside } from './move-aside';
import type { BenchOptions } from './options';
import type { Program } from './program';

/** A project of a site generator with a library. */
export interface Project {
  peer: Peer;
  folder: string;
  library: Library;
}

/** A program that runs in a project. */
export function programIn({ peer, folder }: Project, command: Program['command']): Program {
  return { command, cwd: join(folder, peer.paths.cwd), env: { ...peer.env?.(folder) } };
}

/** Removes the results of builds and previews, as in a fresh clone. */
export async function removeBuilt({ peer, folder }: Project): Promise<void> {
  for (const path of peer.left) await moveAside(folder, path);
}

/**
 * Measures each library with each selected site generator and prints each result.
 *
 * @param sizes default sizes of the libraries
 * @param measure receives a project that was never built, and returns the figures of its row
 * @returns the rows of a table
 */
export async function measureRows(
  options: BenchOptions,
  sizes: readonly number[],
  peers: readonly Peer[],
  measure: (project: Project) => Promise<number[]>,
): Promise<string[][]> {
  const rows: string[][] = [];
  for (const library of options.libraries(sizes)) {
    for (const peer of peers.filter(({ id }) => options.wants('rows', id))) {
      const title = `${library.count} questions: ${peer.name}`;
      const row =
        peer.missing === undefined
          ? [
              title,
              ...(await measureOne({ peer, library, folder: join(options.folder, peer.folder) }, measure)),
            ]
          : [`${title}: ${peer.missing}`];
      rows.push(row);
      console.error(row.join('  '));
    }
  }
  return rows;
}

async function measureOne(
  project: Project,
  measure: (project: Project) => Promise<number[]>,
): Promise<string[]> {
  const { peer, folder, library } = project;
  const content = join(folder, peer.paths.content);
  await moveAside(folder, peer.paths.content);
  await peer.prepare(folder);
  await writeLibrary(content, library, peer.form);
  await removeBuilt(project);
  return (await measure(project)).map(figure);
}
