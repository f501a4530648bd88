import { readFileSync } from 'node:fs';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { replaceFile } from '@/lib/files/replace-file';
import { isSystemError, unlessMissing } from '@/lib/system-error';

/**
 * Files by the hash of their inputs. Several programs may use one folder at once. Reading and writing block the thread:
 * asynchronous calls for small files take four times as long.
 */
export class FileCache {
  readonly #folder: string;
  readonly #ending: string;

  /** @param ending of its files' names, such as `.json` */
  constructor(folder: string, ending: string) {
    this.#folder = folder;
    this.#ending = ending;
  }

  /** What was stored under a hexadecimal key, or nothing. @throws Error when it is there and cannot be read */
  get(key: string): Buffer | undefined {
    try {
      return readFileSync(this.#path(key));
    } catch (error) {
      if (!isSystemError(error, 'ENOENT')) throw error;
      return undefined;
    }
  }

  set(key: string, content: string | Uint8Array): void {
    replaceFile(this.#path(key), content);
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
