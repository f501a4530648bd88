import { join, relative, sep } from 'node:path';

import { entriesBelow } from './entries-below';

/**
 * The paths of all files below a folder, relative to it, with `/` as separator, sorted. Does not follow
 * links.
 */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await entriesBelow(folder);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
