import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Characters of a version in the name of its folder: enough to tell versions apart. */
const versionLength = 16;

/**
 * The folder for what one version of the code has made. What other versions made of the same is removed, being of no more
 * use.
 *
 * @param parent holds the folders of all versions
 * @param version hexadecimal
 * @param of names what it was made of, where a parent holds several such things
 */
export async function versionFolder(parent: string, version: string, of = ''): Promise<string> {
  const start = of === '' ? '' : `${of}-`;
  const name = start + version.slice(0, versionLength);
  await mkdir(join(parent, name), { recursive: true });
  const others = (await readdir(parent)).filter(
    (other) => other !== name && other.startsWith(start) && other.length === name.length,
  );
  await Promise.all(others.map((other) => rm(join(parent, other), { recursive: true, force: true })));
  return join(parent, name);
}
