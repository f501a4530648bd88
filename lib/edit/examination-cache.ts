import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

import { codeVersion } from '@/lib/code-version';
import type { Examination } from './examine';

type Stored = Map<string, { stamp: string; examination: Examination }>;

/** What was found in each file of a content folder the last time, in one file. */
export class ExaminationCache {
  readonly #path: string;
  readonly #stored: Stored;
  #isChanged = false;

  private constructor(path: string, stored: Stored) {
    this.#path = path;
    this.#stored = stored;
  }

  /** Opens what the code that is there now has found; a damaged file is as good as none. */
  static async open(projectFolder: string, contentFolder: string): Promise<ExaminationCache> {
    const version = await codeVersion(projectFolder, [
      'lib/source',
      'lib/answer',
      'lib/edit',
      'lib/catalogue',
    ]);
    // Problems name files as they are seen from the working directory.
    const place = createHash('sha256')
      .update(`${contentFolder}\n${process.cwd()}`)
      .digest('hex')
      .slice(0, 16);
    const path = join(projectFolder, '.cache/check', `${place}-${version.slice(0, 16)}`);
    try {
      return new ExaminationCache(path, deserialize(await readFile(path)) as Stored);
    } catch {
      return new ExaminationCache(path, new Map());
    }
  }

  get(path: string, stamp: string): Examination | undefined {
    const stored = this.#stored.get(path);
    return stored?.stamp === stamp ? stored.examination : undefined;
  }

  set(path: string, stamp: string, examination: Examination): void {
    this.#stored.set(path, { stamp, examination });
    this.#isChanged = true;
  }

  /** What other code found in the same folder is of no more use. */
  async #removeOlder(): Promise<void> {
    const [folder, name] = [dirname(this.#path), basename(this.#path)];
    const place = name.slice(0, name.indexOf('-') + 1);
    const others = (await readdir(folder)).filter((other) => other.startsWith(place) && other !== name);
    await Promise.all(others.map((other) => rm(join(folder, other), { force: true })));
  }

  /** Keeps what was found for these files, for the next time. */
  async save(paths: readonly string[]): Promise<void> {
    const present = new Set(paths);
    for (const path of this.#stored.keys()) {
      if (!present.has(path)) this.#isChanged = this.#stored.delete(path);
    }
    if (!this.#isChanged) return;
    await mkdir(dirname(this.#path), { recursive: true });
    const draft = `${this.#path}.${process.pid}`;
    await writeFile(draft, serialize(this.#stored));
    await rename(draft, this.#path);
    await this.#removeOlder();
  }
}
