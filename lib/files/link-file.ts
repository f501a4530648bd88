import { copyFileSync, linkSync } from 'node:fs';

import { isSystemError } from '@/lib/system-error';

/** Gives a file a second name, or copies it where the file system cannot. */
export function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    // Another file system, one without links, or too many links to one file.
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].some((code) => isSystemError(error, code))) throw error;
    copyFileSync(source, target);
  }
}
