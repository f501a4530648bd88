import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/**
 * Writes a file by an atomic rename, and creates its folder if necessary. Several programs and threads may
 * write the same path at once; readers see the complete content of one of them.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, content);
  } catch (error) {
    // Most folders exist, and checking first takes longer than writing the file.
    if (!isSystemError(error, 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, content);
  }
  renameSync(draft, path);
}
