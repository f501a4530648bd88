import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** How many releases stay on disk, the one in use included. */
const keptReleases = 3;

/** The folder that is published, a link to the release in use: `OUT_DIR`, or `out` in the working directory. */
export function outFolder(): string {
  return resolve(process.env.OUT_DIR ?? 'out');
}

function releasesFolder(out: string): string {
  return `${out}.releases`;
}

/** An empty folder for a new release. */
export async function newReleaseFolder(out: string): Promise<string> {
  await mkdir(releasesFolder(out), { recursive: true });
  const folder = join(releasesFolder(out), releaseName());
  await mkdir(folder);
  return folder;
}

/** The time to the microsecond, so that names sort as releases were made. */
function releaseName(): string {
  const now = performance.timeOrigin + performance.now();
  const microseconds = String(Math.floor(now * 1000) % 1000).padStart(3, '0');
  return new Date(now).toISOString().replace(/\D/g, '') + microseconds;
}

/** Makes a release the published one, in one step: a request sees the old release or the new one, never a mixture. */
export async function switchTo(release: string, out: string): Promise<void> {
  await setAside(out);
  const link = `${out}.next`;
  await rm(link, { force: true });
  await symlink(relative(dirname(out), release), link);
  await rename(link, out);
  await removeOldReleases(out);
}

/** A folder that was made by other means becomes a release like any other, so that nothing is lost. */
async function setAside(out: string): Promise<void> {
  const found = await lstat(out).catch(() => undefined);
  if (!found || found.isSymbolicLink()) return;
  await mkdir(releasesFolder(out), { recursive: true });
  await rename(out, join(releasesFolder(out), `${releaseName()}-found`));
}

/** The folders of the release in use and of those made before it, newest first; none before the first build. */
export async function latestReleases(out: string): Promise<string[]> {
  const folder = releasesFolder(out);
  const inUse = await readlink(out).catch(() => undefined);
  if (inUse === undefined) return [];
  const names = (await readdir(folder)).filter((name) => name <= basename(inUse));
  return names
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

async function removeOldReleases(out: string): Promise<void> {
  const folder = releasesFolder(out);
  const inUse = basename(await readlink(out));
  const others = (await readdir(folder)).filter((name) => name !== inUse).sort();
  for (const name of others.slice(0, Math.max(0, others.length - keptReleases + 1))) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
