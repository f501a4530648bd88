import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
    const key = createHash('sha256').update(`${version}\n${contentFolder}\n${process.cwd()}`).digest('hex');
    const path = join(projectFolder, '.cache/check', key);
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
  }
}
