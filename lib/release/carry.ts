import { copyFileSync, linkSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of one folder that another shall have too. */
export interface CarryRequest {
  from: string;
  to: string;
  files: readonly { path: string; size: number }[];
}

/**
 * Gives files of one release to another without copying them, where the file system can.
 *
 * @returns the paths of files that are not there any more, or not of the size they had
 */
export function carryFiles({ from, to, files }: CarryRequest): string[] {
  const made = new Set<string>();
  const lost: string[] = [];
  for (const { path, size } of files) {
    const [source, target] = [join(from, path), join(to, path)];
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    if (statSync(source, { throwIfNoEntry: false })?.size === size) link(source, target);
    else lost.push(path);
  }
  return lost;
}

function link(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Another file system, one without links, or too many links to one file.
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'EMLINK' && code !== 'ENOTSUP') throw error;
    copyFileSync(source, target);
  }
}

/** Which of these files are missing in a folder, or of another size. */
export function findDamaged(folder: string, files: readonly { path: string; size: number }[]): string[] {
  return files
    .filter(({ path, size }) => statSync(join(folder, path), { throwIfNoEntry: false })?.size !== size)
    .map(({ path }) => path);
}
