import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { z } from 'zod';

import { codeVersion } from '@/lib/code-version';
import type { RenderedAnswer } from './render';
import type { AnswerText } from './answers';

const rendered = z.object({
  html: z.string(),
  headings: z.array(z.object({ id: z.string(), text: z.string(), rank: z.number() })),
  markdown: z.string(),
  wordCount: z.number(),
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
    return new AnswerCache(
      join(projectFolder, '.cache/answers'),
      await codeVersion(projectFolder, ['lib/answer']),
    );
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
