import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/** Writes a file, with the folders it needs, that shares nothing with a file of another release that was there. */
export function writeNew(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content, { flag: 'wx' });
  } catch (error) {
    // Most folders are there: to make sure first, for every file, takes longer than to write it.
    if (isSystemError(error, 'ENOENT')) mkdirSync(dirname(path), { recursive: true });
    else if (isSystemError(error, 'EEXIST')) rmSync(path);
    else throw error;
    writeFileSync(path, content, { flag: 'wx' });
  }
}
