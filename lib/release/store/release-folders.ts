import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';

/** Number of releases on disk while another one is made, including the release in use. */
const keptReleases = 3;

const indexEnding = '.index';
const journalEnding = '.journal';

/** Marks a folder that was found at the path of `out` and was not made by a build. */
const foundEnding = '-found';

/** The published folder, a link to the release in use: `OUT_DIR`, or `out` in the working directory. */
export function outFolder(): string {
  return resolve(process.env.OUT_DIR ?? 'out');
}

/** The index file of a finished release. */
export function indexFileOf(release: string): string {
  return release + indexEnding;
}

/** The journal of an unfinished release. */
export function journalFileOf(release: string): string {
  return release + journalEnding;
}

/**
 * Creates the folder of a new release. Its name sorts after all others, even if the clock was set back.
 *
 * @param reused the folder of an old release, which is renamed with all its files
 */
export async function newReleaseFolder(out: string, reused?: string): Promise<string> {
  const parent = releasesFolder(out);
  await mkdir(parent, { recursive: true });
  const last = (await foldersIn(parent)).at(-1) ?? '';
  const now = timeName();
  const folder = join(parent, now > last ? now : `${last}-1`);
  if (reused === undefined) {
    await mkdir(folder);
    return folder;
  }
  // From now on it does not count as a finished release.
  await rm(indexFileOf(reused), { force: true });
  await rename(reused, folder);
  return folder;
}

/** Creates an empty folder for a shard. Removes that of an earlier build. */
export async function newShardFolder(out: string, name: string): Promise<string> {
  const folder = join(`${out}.shards`, name);
  await removeRelease(folder);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** The folders of finished shards. @throws UserError if there are none */
export async function shardsIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder);
  const shards = names.filter((name) => name.endsWith(indexEnding)).sort();
  if (shards.length === 0) {
    throw new UserError(`There are no finished shards in ${folder}: build them with --shard first.`);
  }
  return shards.map((name) => join(folder, basename(name, indexEnding)));
}

/** The folder of the release in use; undefined if there is none. */
export async function releaseInUse(out: string): Promise<string | undefined> {
  try {
    return resolve(dirname(out), await readlink(out));
  } catch (error) {
    // EINVAL: the path is a folder, not a link.
    if (isSystemError(error, 'ENOENT') || isSystemError(error, 'EINVAL')) return undefined;
    throw error;
  }
}

/** Folders of releases whose build was interrupted. */
export async function unfinishedReleases(out: string): Promise<string[]> {
  const folder = releasesFolder(out);
  return (await namesIn(folder))
    .filter((name) => name.endsWith(journalEnding))
    .sort()
    .map((name) => join(folder, basename(name, journalEnding)));
}

/** Folders of releases that can be published, oldest first. */
export async function finishedReleases(out: string): Promise<string[]> {
  return (await foldersIn(releasesFolder(out)))
    .map((name) => join(releasesFolder(out), name))
    .filter(isFinished);
}

/**
 * Folders of releases that are too old to be kept, oldest first, and of releases without an index or journal.
 */
export async function oldReleases(out: string): Promise<{ finished: string[]; begun: string[] }> {
  const inUse = await releaseInUse(out);
  const others = (await foldersIn(releasesFolder(out)))
    .map((name) => join(releasesFolder(out), name))
    .filter((folder) => folder !== inUse && !existsSync(journalFileOf(folder)));
  const finished = others.filter(isFinished);
  return {
    finished: finished.slice(0, Math.max(0, finished.length - keptReleases + 1)),
    begun: others.filter((folder) => !isFinished(folder)),
  };
}

/** The release before the one in use; undefined if there is none. */
export async function releaseBefore(out: string): Promise<string | undefined> {
  const inUse = await releaseInUse(out);
  return (await finishedReleases(out)).filter((folder) => inUse !== undefined && folder < inUse).at(-1);
}

/** Publishes the previous release. @throws UserError if there is none */
export async function stepBack(out: string): Promise<void> {
  const earlier = await releaseBefore(out);
  if (earlier === undefined)
    throw new UserError(`There is no earlier release than the one in use in ${out}.`);
  await switchTo(earlier, out);
}

/** Publishes a release by one atomic rename: a request sees the old release or the new one, never a mixture. */
export async function switchTo(release: string, out: string): Promise<void> {
  await setAside(out);
  const link = `${out}.next`;
  await rm(link, { force: true });
  await symlink(relative(dirname(out), release), link);
  await rename(link, out);
}

/**
 * Removes a release. After an interruption, the remaining files do not count as a finished release and can be
 * removed again.
 */
export async function removeRelease(folder: string): Promise<void> {
  await rm(indexFileOf(folder), { force: true });
  await rm(folder, { recursive: true, force: true });
  await rm(journalFileOf(folder), { force: true });
}

function releasesFolder(out: string): string {
  return `${out}.releases`;
}

function isFinished(folder: string): boolean {
  return existsSync(indexFileOf(folder)) || folder.endsWith(foundEnding);
}

/** The current time in microseconds. */
function timeName(): string {
  const now = performance.timeOrigin + performance.now();
  const microseconds = String(Math.floor(now * 1000) % 1000).padStart(3, '0');
  return new Date(now).toISOString().replace(/\D/g, '') + microseconds;
}

/**
 * Turns a folder at the path of `out` that was made by other means into a release, so that nothing is lost.
 */
async function setAside(out: string): Promise<void> {
  const found = await lstat(out).catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (!found || found.isSymbolicLink()) return;
  await mkdir(releasesFolder(out), { recursive: true });
  await rename(out, join(releasesFolder(out), timeName() + foundEnding));
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}
