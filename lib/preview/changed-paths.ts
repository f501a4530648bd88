import { relative, sep } from 'node:path';

/**
 * Converts paths from the watcher to paths within a content folder, with `/` as separator. Leaves out hidden
 * files, in which editors keep drafts.
 */
export function changedPaths(folder: string, paths: readonly string[]): string[] {
  return paths
    .map((path) => relative(folder, path).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)\./.test(path));
}
