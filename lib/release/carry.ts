import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/** Files of one folder that another shall have too. */
export interface CarryRequest {
  from: string;
  to: string;
  paths: readonly string[];
  /** Of each file, in bytes. */
  sizes: readonly number[];
}

/**
 * Gives files of one release to another without copying them, where the file system can.
 *
 * @returns the paths of files that are not there any more, or not of the size they had
 */
export function carryFiles({ from, to, paths, sizes }: CarryRequest): string[] {
  const made = new Set<string>();
  const lost: string[] = [];
  for (const [index, path] of paths.entries()) {
    const [source, target] = [`${from}/${path}`, `${to}/${path}`];
    const folder = target.slice(0, target.lastIndexOf('/'));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    const found = statSync(source, { throwIfNoEntry: false });
    if (!found || found.size !== sizes[index]) {
      lost.push(path);
      continue;
    }
    // In the folder of a release that was not needed any more, it mostly lies already.
    const there = statSync(target, { throwIfNoEntry: false });
    if (there?.ino === found.ino && there.dev === found.dev) continue;
    if (there) rmSync(target);
    link(source, target);
  }
  return lost;
}

function link(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    // Another file system, one without links, or too many links to one file.
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].some((code) => isSystemError(error, code))) throw error;
    copyFileSync(source, target);
  }
}

/** Which of these files are missing in a folder, or of another size. */
export function findDamaged(folder: string, files: readonly { path: string; size: number }[]): string[] {
  return files
    .filter(({ path, size }) => statSync(join(folder, path), { throwIfNoEntry: false })?.size !== size)
    .map(({ path }) => path);
}

/**
 * Removes every file of a folder but these.
 *
 * @param spared a folder within it, which is passed over
 * @returns paths of files that are not there
 */
export function removeOthers(folder: string, paths: readonly string[], spared: string): string[] {
  const wanted = new Set(paths.filter((path) => !path.startsWith(`${spared}/`)));
  const begin = (start: string) => {
    for (const entry of readdirSync(join(folder, start), { withFileTypes: true })) {
      const path = start + entry.name;
      if (path === spared) continue;
      if (entry.isDirectory()) begin(`${path}/`);
      else if (!wanted.delete(path)) rmSync(join(folder, path));
    }
  };
  begin('');
  return [...wanted];
}
