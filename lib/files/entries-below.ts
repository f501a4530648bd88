import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Everything below a folder: files, folders and links. Does not follow links, unlike Node's own recursive
 * listing, whose behavior depends on version and arguments.
 */
export async function entriesBelow(folder: string): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  const folders = [folder];
  for (let parent = folders.shift(); parent !== undefined; parent = folders.shift()) {
    for (const entry of await readdir(parent, { withFileTypes: true })) {
      entries.push(entry);
      if (entry.isDirectory()) folders.push(join(parent, entry.name));
    }
  }
  return entries;
}
