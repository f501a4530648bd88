import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/**
 * Writes a file by an atomic rename, and makes its folder if it is missing. Several programs and threads may write one path at
 * once: a reader sees the whole content of one of them.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, content);
  } catch (error) {
    // Most folders exist. To check first, for every file, takes longer than to write the file.
    if (!isSystemError(error, 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, content);
  }
  renameSync(draft, path);
}
