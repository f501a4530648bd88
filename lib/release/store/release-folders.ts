import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';

/** How many releases stay on disk while another is made, the one in use included. */
const keptReleases = 3;

const indexEnding = '.index';
const journalEnding = '.journal';

/** Marks a folder that was not made by a build, and was moved away from the place of `out`. */
const foundEnding = '-found';

/** The folder that is published, a link to the release in use: `OUT_DIR`, or `out` in the working directory. */
export function outFolder(): string {
  return resolve(process.env.OUT_DIR ?? 'out');
}

/** The file that lists what a finished release holds. */
export function indexFileOf(release: string): string {
  return release + indexEnding;
}

/** The same of a release that is not finished. */
export function journalFileOf(release: string): string {
  return release + journalEnding;
}

/**
 * Makes the folder of a new release. Its name sorts after all others, even where the clock was set back.
 *
 * @param reused the folder of an old release, which becomes that of the new one with all its files
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
  // From here on it counts as no finished release.
  await rm(indexFileOf(reused), { force: true });
  await rename(reused, folder);
  return folder;
}

/** Makes an empty folder for one shard of a release, in place of what an earlier build made of it. */
export async function newShardFolder(out: string, name: string): Promise<string> {
  const folder = join(`${out}.shards`, name);
  await removeRelease(folder);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Folders of the finished shards in a folder. @throws UserError when there are none */
export async function shardsIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder);
  const shards = names.filter((name) => name.endsWith(indexEnding)).sort();
  if (shards.length === 0) {
    throw new UserError(`There are no finished shards in ${folder}: build them with --shard first.`);
  }
  return shards.map((name) => join(folder, basename(name, indexEnding)));
}

/** The folder of the release in use; undefined before the first. */
export async function releaseInUse(out: string): Promise<string | undefined> {
  try {
    return resolve(dirname(out), await readlink(out));
  } catch (error) {
    // EINVAL: a folder that is no link.
    if (isSystemError(error, 'ENOENT') || isSystemError(error, 'EINVAL')) return undefined;
    throw error;
  }
}

/** Folders of releases that were begun and not finished, because the build was stopped. */
export async function unfinishedReleases(out: string): Promise<string[]> {
  const folder = releasesFolder(out);
  return (await namesIn(folder))
    .filter((name) => name.endsWith(journalEnding))
    .sort()
    .map((name) => join(folder, basename(name, journalEnding)));
}

/** Folders of releases that can be published, the oldest first. */
export async function finishedReleases(out: string): Promise<string[]> {
  return (await foldersIn(releasesFolder(out)))
    .map((name) => join(releasesFolder(out), name))
    .filter(isFinished);
}

/** Folders of releases that are too old to go back to, the oldest first, and of those that were hardly begun. */
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

/** The release before the one in use; undefined where there is none. */
export async function releaseBefore(out: string): Promise<string | undefined> {
  const inUse = await releaseInUse(out);
  return (await finishedReleases(out)).filter((folder) => inUse !== undefined && folder < inUse).at(-1);
}

/** Publishes the release before the one in use. @throws UserError when there is none */
export async function stepBack(out: string): Promise<void> {
  const earlier = await releaseBefore(out);
  if (earlier === undefined) throw new UserError(`There is no release before the one in use in ${out}.`);
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

/** Removes a release. If this is interrupted, the rest counts as no finished release and can be removed again. */
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

/** The time to the microsecond. */
function timeName(): string {
  const now = performance.timeOrigin + performance.now();
  const microseconds = String(Math.floor(now * 1000) % 1000).padStart(3, '0');
  return new Date(now).toISOString().replace(/\D/g, '') + microseconds;
}

/** A folder at the place of `out` that was made by other means becomes a release, so that nothing is lost. */
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
