import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { z } from 'zod';

import type { RenderedAnswer } from './render';
import type { AnswerText } from './renderer';

const rendered = z.object({
  html: z.string(),
  headings: z.array(z.object({ id: z.string(), text: z.string(), rank: z.number() })),
  remarks: z.array(
    z.object({
      offset: z.number(),
      severity: z.enum(['error', 'warning']),
      code: z.string(),
      message: z.string(),
    }),
  ),
});

/** Rendered answers on disk, by what they were made of: an unchanged answer is not rendered twice. */
export class AnswerCache {
  readonly #folder: string;
  readonly #version: string;

  private constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
  }

  /** Opens the cache of a project for the code that renders there now. */
  static async open(projectFolder: string): Promise<AnswerCache> {
    return new AnswerCache(join(projectFolder, '.cache/answers'), await codeVersion(projectFolder));
  }

  /** What was stored, or nothing; a damaged file is nothing. */
  async get(answer: AnswerText): Promise<RenderedAnswer | undefined> {
    try {
      return rendered.parse(JSON.parse(await readFile(this.#path(answer), 'utf8')));
    } catch {
      return undefined;
    }
  }

  async set(answer: AnswerText, value: RenderedAnswer): Promise<void> {
    const path = this.#path(answer);
    await mkdir(dirname(path), { recursive: true });
    // Two builds may write at once; neither may read half a file.
    const draft = `${path}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify(value));
    await rename(draft, path);
  }

  #path({ form, text }: AnswerText): string {
    const key = createHash('sha256').update(this.#version).update(form).update(text).digest('hex');
    return join(this.#folder, key.slice(0, 2), `${key.slice(2)}.json`);
  }
}

/** A hash of everything that decides what an answer looks like, but the answer. */
async function codeVersion(projectFolder: string): Promise<string> {
  const folder = join(projectFolder, 'lib/answer');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
  const hash = createHash('sha256');
  for (const path of [
    ...names.map((name) => join(folder, name)),
    join(projectFolder, 'lib/limits.ts'),
    join(projectFolder, 'package-lock.json'),
  ]) {
    hash.update(path.slice(projectFolder.length)).update(await readFile(path));
  }
  return hash.digest('hex');
}
