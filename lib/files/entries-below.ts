import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything below a folder: files, folders and links. Does not follow links, unlike Node's own recursive
 * listing, whose behavior depends on version and arguments. Synchronous, because
 * callers need the complete list, and other tasks would run between asynchronous calls.
 */
export function entriesBelow(folder: string): Dirent[] {
  const entries: Dirent[] = [];
  const folders = [folder];
  for (let parent = folders.shift(); parent !== undefined; parent = folders.shift()) {
    for (const entry of readdirSync(parent, { withFileTypes: true })) {
      entries.push(entry);
      if (entry.isDirectory()) folders.push(join(parent, entry.name));
    }
  }
  return entries;
}
