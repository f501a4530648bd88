import { constants, copyFileSync, linkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip as gunzipCallback, gzip as gzipCallback } from 'node:zlib';

export const gunzip = promisify(gunzipCallback);
export const gzip = promisify(gzipCallback);

/** Writes a file of the index compressed, so that every server sends few bytes. */
export async function writeCompressed(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, await gzip(content));
}

/**
 * Makes a file of the release before one of this one, without a copy where the disk can do that. At once: there are
 * thousands, and each takes less time than to wait for it.
 */
export function carryOver(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
