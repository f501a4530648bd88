import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { filesBelow } from '@/lib/files/files-below';
import { isCompressed } from './artifacts/compressed';

/** The changes that turn a copy of a release into a copy of the next one. Paths are within the release. */
export interface ReleaseChanges {
  put: string[];
  remove: string[];
  /** Addresses to purge from caches. */
  purge: string[];
}

/**
 * Compares two releases. Hard links to the same file are equal without being read.
 *
 * @param before undefined if there is no earlier release
 */
export async function changesBetween(before: string | undefined, after: string): Promise<ReleaseChanges> {
  const old = new Set(before === undefined ? [] : filesBelow(before));
  const put: string[] = [];
  const purge: string[] = [];
  for (const path of filesBelow(after)) {
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

/** The address of a file of a release. */
export function addressOf(path: string): string {
  const address = `/${path.replace(/\.html$/, '')}`;
  return address === '/index' ? '/' : address;
}
