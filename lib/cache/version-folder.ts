import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/** Number of characters of a version in its folder's name, enough to tell versions apart. */
const versionLength = 16;

/**
 * A folder that was not requested for this time is removed, such as that of a content folder that no longer
 * exists.
 */
const keptMilliseconds = 30 * 24 * 60 * 60 * 1000;

/**
 * Returns the folder for the results of one version of the code. Removes the results of other versions for
 * the same input, and folders that were not requested for a month.
 *
 * @param parent contains the folders of all versions and nothing else
 * @param version hexadecimal
 * @param of names the input, if one parent contains the results of several inputs
 */
export async function versionFolder(parent: string, version: string, of = ''): Promise<string> {
  const start = of === '' ? '' : `${of}-`;
  const name = start + version.slice(0, versionLength);
  const folder = join(parent, name);
  await mkdir(folder, { recursive: true });
  const now = new Date();
  await utimes(folder, now, now);
  for (const other of await readdir(parent)) {
    if (other === name) continue;
    const isReplaced = other.startsWith(start) && other.length === name.length;
    if (isReplaced || now.getTime() - (await timeOf(join(parent, other))) > keptMilliseconds) {
      await rm(join(parent, other), { recursive: true, force: true });
    }
  }
  return folder;
}

/** The time of the last request for a folder; now, if another command has just removed it. */
async function timeOf(folder: string): Promise<number> {
  try {
    return (await stat(folder)).mtimeMs;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return Date.now();
    throw error;
  }
}
