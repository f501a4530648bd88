import { relative, sep } from 'node:path';

/**
 * Paths within a content folder, with `/` between the parts, of what a watcher names; without hidden files, which are no
 * content: editors keep drafts in them.
 */
export function changedPaths(folder: string, paths: readonly string[]): string[] {
  return paths
    .map((path) => relative(folder, path).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)\./.test(path));
}
