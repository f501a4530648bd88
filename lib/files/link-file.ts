import { copyFileSync, linkSync, rmSync, statSync } from 'node:fs';

import { isSystemError } from '@/lib/system-error';

/**
 * Creates a hard link to a file, or copies it if the file system does not support that. Replaces the target,
 * unless it already is the same file.
 */
export function linkFile(source: string, target: string): void {
  const found = statSync(target, { throwIfNoEntry: false });
  if (found) {
    const { dev, ino } = statSync(source);
    if (found.dev === dev && found.ino === ino) return;
    rmSync(target);
  }
  try {
    linkSync(source, target);
  } catch (error) {
    // The target is on another file system or one without links, or the file has too many links.
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].some((code) => isSystemError(error, code))) throw error;
    copyFileSync(source, target);
  }
}
