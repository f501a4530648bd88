import { createHash } from 'node:crypto';

import type { Article, SourceFile } from '@/lib/source/article';

/** An article as the catalogue keeps it: all but the answer, which is read when its page is made. */
export type Entry = Omit<Article, 'answer'> & {
  /** Its file within the content folder. */
  path: string;
  /** Of the file's bytes. */
  hash: string;
};

/** The entry of an article that was read from a file. */
export function toEntry({ answer: _, ...rest }: Article, { path, bytes }: SourceFile): Entry {
  return { ...rest, path, hash: hashOf(bytes) };
}

/** What {@link Entry.hash} holds for a file of these bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
