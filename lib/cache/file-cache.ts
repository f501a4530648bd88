import { readFileSync } from 'node:fs';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { replaceFile } from '@/lib/files/replace-file';
import { isSystemError, unlessMissing } from '@/lib/system-error';

/**
 * Stores files by the hash of their inputs. Several programs may use one folder at the same time. Reading and
 * writing are synchronous, because asynchronous calls take four times as long for small files.
 */
export class FileCache {
  readonly #folder: string;
  readonly #ending: string;

  /** @param ending of the file names, such as `.json` */
  constructor(folder: string, ending: string) {
    this.#folder = folder;
    this.#ending = ending;
  }

  /**
   * The content stored for a hexadecimal key, or undefined.
   *
   * @throws Error if the file exists but cannot be read
   */
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

  /** Marks a file as used, for {@link prune}. */
  async touch(key: string): Promise<void> {
    const now = new Date();
    // Another build may have removed the file.
    await unlessMissing(utimes(this.#path(key), now, now));
  }

  /** Removes all files except the `kept` most recently stored or touched ones. */
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
