import { join } from 'node:path';

import * as z from 'zod';

import { codeVersion } from '@/lib/cache/code-version';
import { FileCache } from '@/lib/cache/file-cache';
import { parseJson } from '@/lib/parse-json';
import { versionFolder } from '@/lib/cache/version-folder';
import { isUnchanged } from './image-file';
import type { RenderedAnswer } from './render';

const rendered = z.object({
  html: z.string(),
  headings: z.array(z.object({ id: z.string(), text: z.string(), rank: z.number() })),
  beginning: z.object({ html: z.string(), isWhole: z.boolean() }),
  markdown: z.string(),
  wordCount: z.number(),
  images: z.array(
    z.object({
      address: z.string(),
      stamp: z.string(),
      size: z.object({ width: z.number(), height: z.number() }).optional(),
    }),
  ),
  remarks: z.array(
    z.object({
      offset: z.number(),
      severity: z.enum(['error', 'warning']),
      code: z.string(),
      message: z.string(),
    }),
  ),
});

/**
 * Rendered answers on disk, by the hash of their file. A result also contains the sizes of images, so it is
 * valid only while these images do not change.
 */
export class AnswerCache {
  readonly #files: FileCache;

  /** @param folder of an {@link AnswerCache.open opened} cache */
  constructor(readonly folder: string) {
    this.#files = new FileCache(folder, '.json');
  }

  /** Opens the cache in a project's folder for the current version of the code. */
  static async open(projectFolder: string): Promise<AnswerCache> {
    // The code that reads a file, renders its answer, and stores the result.
    const version = await codeVersion('lib/source/article.ts', 'lib/answer/render.ts', 'lib/answer/cache.ts');
    return new AnswerCache(await versionFolder(join(projectFolder, '.cache/answers'), version));
  }

  /** The stored answer; undefined if it is missing or damaged, or if one of its images has changed. */
  get(fileHash: string): RenderedAnswer | undefined {
    const stored = this.#files.get(fileHash);
    const answer = stored && rendered.safeParse(parseJson(stored.toString())).data;
    return answer?.images.every(isUnchanged) ? answer : undefined;
  }

  set(fileHash: string, value: RenderedAnswer): void {
    this.#files.set(fileHash, JSON.stringify(value));
  }
}
