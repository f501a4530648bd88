import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { z } from 'zod';

import { codeVersion } from '@/lib/code-version';
import { FileCache } from '@/lib/file-cache';
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
  readonly #files: FileCache;
  readonly #version: string;

  private constructor(files: FileCache, version: string) {
    this.#files = files;
    this.#version = version;
  }

  /** Opens the cache of a project for the code that renders there now. */
  static async open(projectFolder: string): Promise<AnswerCache> {
    const files = new FileCache(join(projectFolder, '.cache/answers'), '.json');
    return new AnswerCache(files, await codeVersion(projectFolder, ['lib/answer']));
  }

  /** What was stored, or nothing; a damaged file is nothing. */
  async get(answer: AnswerText): Promise<RenderedAnswer | undefined> {
    const stored = await this.#files.get(this.#key(answer));
    try {
      return stored && rendered.parse(JSON.parse(stored.toString()));
    } catch {
      return undefined;
    }
  }

  async set(answer: AnswerText, value: RenderedAnswer): Promise<void> {
    await this.#files.set(this.#key(answer), JSON.stringify(value));
  }

  #key({ form, text }: AnswerText): string {
    return createHash('sha256').update(this.#version).update(form).update(text).digest('hex');
  }
}
