import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/**
 * Writes a new file and creates its folders. Removes an existing file first, because other releases may link
 * to it.
 */
export function writeNew(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content, { flag: 'wx' });
  } catch (error) {
    // Most folders exist, and checking first takes longer than writing the file.
    if (isSystemError(error, 'ENOENT')) mkdirSync(dirname(path), { recursive: true });
    else if (isSystemError(error, 'EEXIST')) rmSync(path);
    else throw error;
    writeFileSync(path, content, { flag: 'wx' });
  }
}
