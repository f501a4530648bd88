import { existsSync, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

import { UserError } from '@/lib/user-error';
import { hasManifest, journalEnding, journalOf, manifestEnding, removeManifest } from './manifest';
import type { Shard } from './shard';

/** How many releases stay on disk while another is made, the one in use included. */
const keptReleases = 3;

/** The folder that is published, a link to the release in use: `OUT_DIR`, or `out` in the working directory. */
export function outFolder(): string {
  return resolve(process.env.OUT_DIR ?? 'out');
}

function releasesFolder(out: string): string {
  return `${out}.releases`;
}

/**
 * The folder for a new release. Its name sorts after all others, even where the clock was set back.
 *
 * @param spare a release that is not needed any more: its folder is used again, since most of its files are those of the
 * new one; its search index has to be removed, which is written in place and would reach into releases that share its files
 */
export async function newReleaseFolder(out: string, spare?: string): Promise<string> {
  await mkdir(releasesFolder(out), { recursive: true });
  const last = (await foldersIn(releasesFolder(out))).at(-1) ?? '';
  const now = timeName();
  const folder = join(releasesFolder(out), now > last ? now : `${last}-1`);
  if (spare === undefined) {
    await mkdir(folder);
    return folder;
  }
  removeManifest(spare);
  await rename(spare, folder);
  return folder;
}

/** An empty folder for a part of a release, instead of what an earlier build made of it. */
export async function newShardFolder(out: string, { number, count }: Shard): Promise<string> {
  const folder = join(`${out}.shards`, `${number}-of-${count}`);
  removeRelease(folder);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Folders of the finished parts in a folder. @throws UserError when there are none */
export async function shardsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const shards = names.filter((name) => name.endsWith(manifestEnding)).sort();
  if (shards.length === 0) {
    throw new UserError(`There are no finished shards in ${folder}: build them with --shard first.`);
  }
  return shards.map((name) => join(folder, basename(name, manifestEnding)));
}

/** The time to the microsecond. */
function timeName(): string {
  const now = performance.timeOrigin + performance.now();
  const microseconds = String(Math.floor(now * 1000) % 1000).padStart(3, '0');
  return new Date(now).toISOString().replace(/\D/g, '') + microseconds;
}

/** The folder of the release in use; undefined before the first. */
export async function releaseInUse(out: string): Promise<string | undefined> {
  const target = await readlink(out).catch(() => undefined);
  return target === undefined ? undefined : resolve(dirname(out), target);
}

/** Folders of releases that were begun and not finished, because the build was stopped. */
export async function unfinishedReleases(out: string): Promise<string[]> {
  const folder = releasesFolder(out);
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(journalEnding))
    .sort()
    .map((name) => join(folder, basename(name, journalEnding)));
}

/** Makes a release the published one, in one step: a request sees the old release or the new one, never a mixture. */
export async function switchTo(release: string, out: string): Promise<void> {
  await setAside(out);
  const link = `${out}.next`;
  await rm(link, { force: true });
  await symlink(relative(dirname(out), release), link);
  await rename(link, out);
}

const foundEnding = '-found';

/** A folder that was made by other means becomes a release like any other, so that nothing is lost. */
async function setAside(out: string): Promise<void> {
  const found = await lstat(out).catch(() => undefined);
  if (!found || found.isSymbolicLink()) return;
  await mkdir(releasesFolder(out), { recursive: true });
  await rename(out, join(releasesFolder(out), timeName() + foundEnding));
}

/** Folders of releases that can be published, the oldest first. */
export async function wholeReleases(out: string): Promise<string[]> {
  const folders = (await foldersIn(releasesFolder(out))).map((name) => join(releasesFolder(out), name));
  return folders.filter(isWhole);
}

function isWhole(folder: string): boolean {
  return hasManifest(folder) || folder.endsWith(foundEnding);
}

/** The release before the one in use; undefined where there is none. */
export async function releaseBefore(out: string): Promise<string | undefined> {
  const inUse = await releaseInUse(out);
  return (await wholeReleases(out)).filter((folder) => inUse !== undefined && folder < inUse).at(-1);
}

/**
 * Publishes the release before the one in use.
 *
 * @throws UserError when there is none
 */
export async function stepBack(out: string): Promise<void> {
  const earlier = await releaseBefore(out);
  if (earlier === undefined) throw new UserError(`There is no release before the one in use in ${out}.`);
  await switchTo(earlier, out);
}

/** Folders of releases that are too old to go back to, or were hardly begun; none of one that is not finished. */
export async function oldReleases(out: string): Promise<string[]> {
  const inUse = await releaseInUse(out);
  const others = (await foldersIn(releasesFolder(out)))
    .map((name) => join(releasesFolder(out), name))
    .filter((folder) => folder !== inUse && !existsSync(journalOf(folder)));
  const whole = others.filter(isWhole);
  const begun = others.filter((folder) => !isWhole(folder));
  return [...whole.slice(0, Math.max(0, whole.length - keptReleases + 1)), ...begun];
}

/** Removes a release. Where that is interrupted, what is left of it counts for no whole one, and can be removed again. */
export function removeRelease(folder: string): void {
  removeManifest(folder);
  for (const path of [folder, journalOf(folder)]) rmSync(path, { recursive: true, force: true });
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => !name.endsWith(manifestEnding) && !name.endsWith(journalEnding))
    .sort();
}
