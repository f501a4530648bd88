import { join } from 'node:path';

import { z } from 'zod';

import { codeVersion } from '@/lib/code-version';
import { FileCache } from '@/lib/cache/file-cache';
import { parseJson } from '@/lib/parse-json';
import { versionFolder } from '@/lib/cache/version-folder';
import type { RenderedAnswer } from './render';

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

/** Rendered answers on disk, by the hash of the file they were made of: an unchanged file is not read again. */
export class AnswerCache {
  readonly #files: FileCache;

  /** @param folder that of an {@link AnswerCache.open opened} one */
  constructor(readonly folder: string) {
    this.#files = new FileCache(folder, '.json');
  }

  /** Opens the cache of a project for the code that reads and renders there now. */
  static async open(projectFolder: string): Promise<AnswerCache> {
    const version = await codeVersion(projectFolder, ['lib/source', 'lib/answer']);
    return new AnswerCache(await versionFolder(join(projectFolder, '.cache/answers'), version));
  }

  /** What was stored, or nothing; a damaged file is nothing. */
  async get(fileHash: string): Promise<RenderedAnswer | undefined> {
    const stored = await this.#files.get(fileHash);
    return stored && rendered.safeParse(parseJson(stored.toString())).data;
  }

  async set(fileHash: string, value: RenderedAnswer): Promise<void> {
    await this.#files.set(fileHash, JSON.stringify(value));
  }
}
