import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What each page of a release holds: the path of its file, with `/` between the parts, and a hash of its bytes. */
export async function readPageManifest(releaseFolder: string): Promise<Map<string, string>> {
  const manifest = new Map<string, string>();
  for (const path of await readdir(releaseFolder, { recursive: true })) {
    if (!path.endsWith('.html')) continue;
    const bytes = await readFile(join(releaseFolder, path));
    manifest.set(path.split(sep).join('/'), createHash('sha256').update(bytes).digest('hex'));
  }
  return manifest;
}
