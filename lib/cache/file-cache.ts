import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { isSystemError, unlessMissing } from '@/lib/system-error';

/** Files by the hash of what they were made of. Several programs may use one folder at once. */
export class FileCache {
  readonly #folder: string;
  readonly #ending: string;

  /** @param ending of its files' names, such as `.json` */
  constructor(folder: string, ending: string) {
    this.#folder = folder;
    this.#ending = ending;
  }

  /** What was stored under a hexadecimal key, or nothing. Rejects when it is there and cannot be read. */
  async get(key: string): Promise<Buffer | undefined> {
    return unlessMissing(readFile(this.#path(key)));
  }

  async set(key: string, content: string | Uint8Array): Promise<void> {
    const path = this.#path(key);
    // Two builds may write at once; neither may read half a file.
    const draft = `${path}.${randomUUID()}`;
    try {
      await writeFile(draft, content);
    } catch (error) {
      // Most folders are there: to make sure first, for every file, takes longer than to write it.
      if (!isSystemError(error, 'ENOENT')) throw error;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(draft, content);
    }
    await rename(draft, path);
  }

  /** Says that a file is in use, for {@link prune}. */
  async touch(key: string): Promise<void> {
    const now = new Date();
    // Another build may have removed it.
    await unlessMissing(utimes(this.#path(key), now, now));
  }

  /** Removes all but the `kept` files that were stored or touched last. */
  async prune(kept: number): Promise<void> {
    const names = (await unlessMissing(readdir(this.#folder, { recursive: true }))) ?? [];
    if (names.length <= kept) return;
    const files: { path: string; time: number }[] = [];
    for (const name of names) {
      const path = join(this.#folder, name);
      const found = await unlessMissing(stat(path));
      if (found?.isFile()) files.push({ path, time: found.mtimeMs });
    }
    files.sort((a, b) => b.time - a.time);
    for (const { path } of files.slice(kept)) await rm(path, { force: true });
  }

  #path(key: string): string {
    return join(this.#folder, key.slice(0, 2), `${key.slice(2)}${this.#ending}`);
  }
}
