import { promisify } from 'node:util';
import { gunzip as gunzipCallback, gzip as gzipCallback } from 'node:zlib';

import { writeNew } from '@/lib/files/write-new';

export const gunzip = promisify(gunzipCallback);
export const gzip = promisify(gzipCallback);

/** Writes a compressed file of the search index, so that every server sends few bytes. */
export async function writeCompressed(path: string, content: string | Uint8Array): Promise<void> {
  writeNew(path, await gzip(content));
}
