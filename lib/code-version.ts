import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A hash of the code in some folders and of all it depends on: what was made by other code is made again. */
export async function codeVersion(projectFolder: string, folders: readonly string[]): Promise<string> {
  const paths = ['package-lock.json', 'lib/limits.ts'];
  for (const folder of folders) {
    const names = await readdir(join(projectFolder, folder), { recursive: true });
    paths.push(...names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`));
  }
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(path).update(await readFile(join(projectFolder, path)));
  return hash.digest('hex');
}
