import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import pMap from 'p-map';

import { filesBelow } from '@/lib/files/files-below';
import { addressOf, changesBetween } from '@/lib/release/changes';
import { releaseInUse, finishedReleases } from '@/lib/release/store/release-folders';
import { UserError } from '@/lib/user-error';
import { headersVersion, isForServers, objectHeaders, objectKey } from './object';
import type { ObjectStore } from './object-store';

/** What makes a store of objects a copy of a release. */
interface Upload {
  /** Paths within the release. */
  put: string[];
  /** Names of objects. */
  remove: string[];
  /** Addresses of which a cache holds what is no longer so. */
  purge: string[];
}

/**
 * Holds the names of releases of which the store has files, each with the version of the headers that these were given: one
 * release, or several while an upload is not finished.
 */
const heldKey = '.releases.txt';

const requestsAtOnce = 32;

/**
 * Makes a store of objects a copy of the release in use. No page leads to what is not there yet: what pages need comes
 * first, pages last, and nothing goes before caches forgot the old pages. What was left of an upload that was stopped is
 * put right by the next.
 *
 * @param purge is told the addresses of which caches hold what is no longer so
 * @returns what was done
 * @throws UserError when there is no release, or the store refuses
 */
export async function uploadRelease(
  store: ObjectStore,
  out: string,
  purge: (addresses: readonly string[]) => Promise<void>,
): Promise<Upload> {
  const release = await releaseInUse(out);
  if (release === undefined) throw new UserError(`There is no release in ${out} yet: npm run build`);
  const held = await readHeld(store);
  const before = await foldersOf(held, out);
  const upload = before ? await uploadAfter(before, release) : await uploadOver(await store.keys(), release);
  // A store that was never finished stays one of which nothing is known.
  if (held.length > 0) await writeHeld(store, [...held, heldName(release)]);
  for (const wave of inWaves(upload.put)) {
    await pMap(
      wave,
      async (path) => {
        await store.put(objectKey(path), await readFile(join(release, path)), objectHeaders(path));
      },
      { concurrency: requestsAtOnce },
    );
  }
  if (upload.purge.length > 0) await purge(upload.purge);
  await pMap(upload.remove, (key) => store.remove(key), { concurrency: requestsAtOnce });
  await writeHeld(store, [heldName(release)]);
  return upload;
}

async function readHeld(store: ObjectStore): Promise<string[]> {
  return ((await store.read(heldKey)) ?? '').split('\n').filter(Boolean);
}

async function writeHeld(store: ObjectStore, releases: readonly string[]): Promise<void> {
  await store.put(heldKey, Buffer.from([...new Set(releases)].join('\n')), {
    type: 'text/plain; charset=utf-8',
    cacheControl: 'no-store',
  });
}

/** How {@link heldKey} names a release whose files have the headers of today. */
function heldName(folder: string): string {
  return `${basename(folder)} ${headersVersion()}`;
}

/**
 * The folders of the releases that a store has files of; undefined when one is no longer on this machine, or was given
 * other headers than those of today.
 */
async function foldersOf(held: readonly string[], out: string): Promise<string[] | undefined> {
  const folders = (await finishedReleases(out)).filter((folder) => held.includes(heldName(folder)));
  return folders.length > 0 && folders.length === held.length ? folders : undefined;
}

/** For a store that has files of some releases, and nothing else. */
async function uploadAfter(before: readonly string[], release: string): Promise<Upload> {
  const changes = await Promise.all(before.map((folder) => changesBetween(folder, release)));
  const all = (kind: 'put' | 'remove' | 'purge') => [...new Set(changes.flatMap((change) => change[kind]))];
  return {
    put: all('put').filter((path) => !isForServers(path)),
    remove: all('remove')
      .filter((path) => !isForServers(path))
      .map(objectKey),
    purge: all('purge').filter((address) => !isForServers(address.slice(1))),
  };
}

/** For a store of which nothing is known but the names of its objects. */
async function uploadOver(keys: readonly string[], release: string): Promise<Upload> {
  const put = (await filesBelow(release)).filter((path) => !isForServers(path));
  const wanted = new Set(put.map(objectKey));
  const remove = keys.filter((key) => key !== heldKey && !wanted.has(key));
  const known = new Set(keys);
  const replaced = put.filter((path) => known.has(objectKey(path)));
  return { put, remove, purge: [...replaced.map(addressOf), ...remove.map((key) => `/${key}`)] };
}

/** Files of lasting names, then what names them, then pages. */
function inWaves(paths: readonly string[]): string[][] {
  const waves: [string[], string[], string[]] = [[], [], []];
  for (const path of paths) waves[waveOf(path)].push(path);
  return waves;
}

function waveOf(path: string): 0 | 1 | 2 {
  if (path.endsWith('.html')) return 2;
  return objectHeaders(path).cacheControl.includes('immutable') ? 0 : 1;
}
