import { join, resolve, sep } from 'node:path';

import { entriesBelow } from './entries-below';

/**
 * The paths of all files below a folder, relative to it, with `/` as separator, sorted. Does not follow
 * links.
 */
export async function filesBelow(folder: string): Promise<string[]> {
  const root = resolve(folder);
  const entries = await entriesBelow(root);
  const start = join(root, sep).length;
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(start).split(sep).join('/'))
    .sort();
}
