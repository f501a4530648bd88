import { createHash } from 'node:crypto';

import type { Article, SourceFile } from '@/lib/source/article';
import { questionPath } from '@/lib/site';

/** Characters of a hash in hexadecimal. */
const hashLength = 32;

/** An article as the catalogue keeps it: all but the answer, which is read when its page is made. */
export type Entry = Shown & {
  /**
   * Of all that its answer is made of: of the file's bytes, and after that, where it shows images of ours, of their sizes.
   */
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

/**
 * The entry of an article that was read from a file.
 *
 * @param images what the answer shows besides what its file says: plain data, empty for most
 */
export function toEntry(
  { answer: _, ...rest }: Article,
  { path, bytes }: SourceFile,
  images: readonly unknown[] = [],
): Entry {
  const ofImages = images.length === 0 ? '' : hashOf(Buffer.from(JSON.stringify(images)));
  return withHashes({ ...rest, path }, hashOf(bytes) + ofImages);
}

/** @param hash as {@link Entry.hash} */
export function withHashes(shown: Shown, hash: string): Entry {
  const start = questionPath(shown.subject.slug, '');
  const relatedBeyond = shown.related.filter((address) => !address.startsWith(start));
  return { ...shown, hash, shownHash: hashOf(Buffer.from(JSON.stringify(shown))), relatedBeyond };
}

/** What {@link fileHashOf} gives for the entry of a file of these bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, hashLength);
}

/** The hash of the bytes of an entry's file. */
export function fileHashOf({ hash }: Pick<Entry, 'hash'>): string {
  return hash.slice(0, hashLength);
}

/** The order in which a catalogue has its entries: newest first; those of one day by id, the highest first. */
export function compareNewestFirst(a: Entry, b: Entry): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return b.id - a.id || Number(a.address > b.address) - Number(a.address < b.address);
}
