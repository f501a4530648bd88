import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import pMap from 'p-map';

import { filesBelow } from '@/lib/files/files-below';
import { addressOf, changesBetween } from '@/lib/release/changes';
import { releaseInUse, finishedReleases } from '@/lib/release/store/release-folders';
import { UserError } from '@/lib/user-error';
import { headersVersion, isForServers, objectHeaders, objectKey } from './object';
import type { ObjectStore } from './object-store';

/** The changes that make object storage a copy of a release. */
interface Upload {
  /** Paths within the release. */
  put: string[];
  /** Keys of objects. */
  remove: string[];
  /** Addresses to purge from caches. */
  purge: string[];
}

/**
 * Lists the releases whose files the store contains, each with the version of the headers. During an upload
 * and after an interrupted one, it lists several.
 */
const heldKey = '.releases.txt';

const requestsAtOnce = 32;

/**
 * Makes object storage a copy of the release in use. At each moment, every page in the store works: files
 * that pages need are put first, pages last, and objects are removed only after caches were purged. The next
 * upload repairs an interrupted one.
 *
 * @param purge receives the addresses to purge from caches
 * @returns what was done
 * @throws UserError if there is no release, or if the store fails
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
  const upload = before ? await uploadAfter(before, release) : uploadOver(await store.keys(), release);
  // If nothing was recorded before, an interrupted upload must leave the store without a record.
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

/** The entry of {@link heldKey} for a release with the current headers. */
function heldName(folder: string): string {
  return `${basename(folder)} ${headersVersion()}`;
}

/**
 * The folders of the releases in the store; undefined if one is no longer on this machine or has other
 * headers.
 */
async function foldersOf(held: readonly string[], out: string): Promise<string[] | undefined> {
  const folders = (await finishedReleases(out)).filter((folder) => held.includes(heldName(folder)));
  return folders.length > 0 && folders.length === held.length ? folders : undefined;
}

/** For a store that contains only files of known releases. */
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

/** For a store of which only the keys are known. */
function uploadOver(keys: readonly string[], release: string): Upload {
  const put = filesBelow(release).filter((path) => !isForServers(path));
  const wanted = new Set(put.map(objectKey));
  const remove = keys.filter((key) => key !== heldKey && !wanted.has(key));
  const known = new Set(keys);
  const replaced = put.filter((path) => known.has(objectKey(path)));
  return { put, remove, purge: [...replaced.map(addressOf), ...remove.map((key) => `/${key}`)] };
}

/** Files with permanent names, then files that refer to them, then pages. */
function inWaves(paths: readonly string[]): string[][] {
  const waves: [string[], string[], string[]] = [[], [], []];
  for (const path of paths) waves[waveOf(path)].push(path);
  return waves;
}

function waveOf(path: string): 0 | 1 | 2 {
  if (path.endsWith('.html')) return 2;
  return objectHeaders(path).cacheControl.includes('immutable') ? 0 : 1;
}
