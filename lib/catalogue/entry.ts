import { createHash } from 'node:crypto';

import type { Article, SourceFile } from '@/lib/source/article';
import { questionPath } from '@/lib/site';

/** An article as the catalogue keeps it: all but the answer, which is read when its page is made. */
export type Entry = Shown & {
  /** Of the file's bytes. */
  hash: string;
  /** Of the rest: it stays as it is where only the answer is edited. */
  shownHash: string;
  /** Those of the related articles that are of other subjects, or of none. */
  relatedBeyond: readonly string[];
};

/** What is known of an article without its answer. */
type Shown = Omit<Article, 'answer'> & {
  /** Its file within the content folder. */
  path: string;
};

/** The entry of an article that was read from a file. */
export function toEntry({ answer: _, ...rest }: Article, { path, bytes }: SourceFile): Entry {
  return withHashes({ ...rest, path }, hashOf(bytes));
}

/** @param hash of the file's bytes */
export function withHashes(shown: Shown, hash: string): Entry {
  const start = questionPath(shown.subject.slug, '');
  const relatedBeyond = shown.related.filter((address) => !address.startsWith(start));
  return { ...shown, hash, shownHash: hashOf(Buffer.from(JSON.stringify(shown))), relatedBeyond };
}

/** What {@link Entry.hash} holds for a file of these bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
