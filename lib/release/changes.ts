import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { filesBelow } from '@/lib/files/files-below';
import { isCompressed } from './artifacts/compressed';

/** What a copy of a release elsewhere needs to become a copy of the next. Paths are within the release. */
export interface ReleaseChanges {
  put: string[];
  remove: string[];
  /** Addresses of which a cache holds what is no longer so. */
  purge: string[];
}

/**
 * Compares two releases. What was carried over is one file with two names, which need not be read.
 *
 * @param before undefined where there is nothing yet
 */
export async function changesBetween(before: string | undefined, after: string): Promise<ReleaseChanges> {
  const old = new Set(before === undefined ? [] : await filesBelow(before));
  const put: string[] = [];
  const purge: string[] = [];
  for (const path of await filesBelow(after)) {
    const isKnown = old.delete(path);
    if (isKnown && before !== undefined && (await isSame(join(before, path), join(after, path)))) continue;
    put.push(path);
    if (isKnown) purge.push(path);
  }
  const remove = [...old];
  return { put, remove, purge: [...purge, ...remove].filter((path) => !isCompressed(path)).map(addressOf) };
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other)]);
  if (first.ino === second.ino && first.dev === second.dev) return true;
  return first.size === second.size && (await readFile(one)).equals(await readFile(other));
}

/** The address that a file of a release is asked for by. */
export function addressOf(path: string): string {
  const address = `/${path.replace(/\.html$/, '')}`;
  return address === '/index' ? '/' : address;
}
