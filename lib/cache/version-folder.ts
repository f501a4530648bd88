import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/** Characters of a version in the name of its folder: enough to tell versions apart. */
const versionLength = 16;

/** For so long a folder stays that nobody asks for, such as that of a content folder that was removed. */
const keptMilliseconds = 30 * 24 * 60 * 60 * 1000;

/**
 * The folder for what one version of the code has made. What other versions made of the same is removed, being of no more
 * use, and so is whatever was not asked for in a month.
 *
 * @param parent holds the folders of all versions, and nothing else
 * @param version hexadecimal
 * @param of names what it was made of, where a parent holds several such things
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

/** When a folder was last asked for; now, if another command has just removed it. */
async function timeOf(folder: string): Promise<number> {
  try {
    return (await stat(folder)).mtimeMs;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return Date.now();
    throw error;
  }
}
