import { mkdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { isSystemError } from '@/lib/system-error';
import { linkFile } from '@/lib/files/link-file';
import type { FileRecord } from '../artifacts/artifact';

/** Files of one release that another one keeps. */
export interface KeepRequest {
  from: string;
  to: string;
  files: readonly FileRecord[];
}

/**
 * Links files of one release into another, and compares their sizes.
 *
 * @returns paths of files that no longer exist in the first release, or have another size
 */
export function keepFiles({ from, to, files }: KeepRequest): string[] {
  const lost: string[] = [];
  const made = new Set<string>();
  for (const { path, size } of files) {
    const target = `${to}/${path}`;
    const source = `${from}/${path}`;
    if (sizeOf(source) !== size) {
      lost.push(path);
      continue;
    }
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    linkFile(source, target);
  }
  return lost;
}

/**
 * Removes the files of a release that have another size than when they were written.
 *
 * @returns paths of the files that it does not have any more
 */
export function removeDamaged(folder: string, files: readonly FileRecord[]): string[] {
  const damaged = files.filter(({ path, size }) => sizeOf(`${folder}/${path}`) !== size);
  const paths = damaged.map(({ path }) => path);
  removeFiles(folder, paths);
  return paths;
}

/** Removes files of a release, and folders that become empty. */
export function removeFiles(folder: string, paths: Iterable<string>): void {
  const parents = new Set<string>();
  for (const path of paths) {
    rmSync(`${folder}/${path}`, { force: true });
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) parents.add(parent);
  }
  // Deepest folders first.
  for (const parent of [...parents].sort((a, b) => b.length - a.length)) removeEmpty(`${folder}/${parent}`);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isSystemError(error, 'ENOTEMPTY') && !isSystemError(error, 'ENOENT')) throw error;
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}
