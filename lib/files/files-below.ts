import { join, resolve, sep } from 'node:path';

import { entriesBelow } from './entries-below';

/**
 * The paths of all files below a folder, relative to it, with `/` as separator, sorted. Does not follow
 * links.
 */
export function filesBelow(folder: string): string[] {
  const root = resolve(folder);
  const entries = entriesBelow(root);
  const start = join(root, sep).length;
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(start).split(sep).join('/'))
    .sort();
}
