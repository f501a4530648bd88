import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip as gunzipCallback, gzip as gzipCallback } from 'node:zlib';

export const gunzip = promisify(gunzipCallback);
export const gzip = promisify(gzipCallback);

/** Writes a compressed file of the search index, so that every server sends few bytes. */
export async function writeCompressed(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, await gzip(content));
}
