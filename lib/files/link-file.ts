import { copyFileSync, linkSync } from 'node:fs';

import { isSystemError } from '@/lib/system-error';

/** Creates a hard link to a file, or copies it if the file system does not support that. */
export function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    // The target is on another file system or one without links, or the file has too many links.
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].some((code) => isSystemError(error, code))) throw error;
    copyFileSync(source, target);
  }
}
