import { createHash } from 'node:crypto';

import type { Article, SourceFile } from '@/lib/source/article';
import { questionPath } from '@/lib/site';

/** Length of a hash in hexadecimal characters. */
const hashLength = 32;

/**
 * What the catalogue keeps of an article: everything except the answer, which is read when its page is made.
 */
export type Entry = Shown & {
  /**
   * Hash of all inputs of the answer: the hash of the file's bytes, followed by a hash of the sizes of its
   * local images, if any.
   */
  hash: string;
  /** Hash of everything except the answer. It does not change if only the answer is edited. */
  shownHash: string;
  /** Addresses of related articles in other subjects, and addresses that are not questions. */
  relatedInOtherSubjects: readonly string[];
};

/** An article without its answer. */
type Shown = Omit<Article, 'answer'> & {
  /** Path of its file within the content folder. */
  path: string;
};

/** The fields of an entry that every command needs of all questions. */
type EntryHead = Pick<
  Entry,
  | 'id'
  | 'address'
  | 'slug'
  | 'subject'
  | 'date'
  | 'canonical'
  | 'path'
  | 'hash'
  | 'shownHash'
  | 'relatedInOtherSubjects'
>;

/** The other fields. The cache of the check reads them on first use. */
export type EntryDetails = Omit<Entry, keyof EntryHead>;

/** The details of an entry as plain data. */
export function detailsOf(entry: EntryDetails): EntryDetails {
  return {
    title: entry.title,
    question: entry.question,
    author: entry.author,
    dateFormat: entry.dateFormat,
    postOnText: entry.postOnText,
    titleSuffix: entry.titleSuffix,
    description: entry.description,
    shortAnswer: entry.shortAnswer,
    sources: entry.sources,
    keywords: entry.keywords,
    related: entry.related,
  };
}

/**
 * The entry as plain data, which can be sent to a thread. The details of an entry from the cache of the check
 * are not own properties.
 */
export function plainEntry(entry: Entry): Entry {
  return {
    id: entry.id,
    address: entry.address,
    slug: entry.slug,
    subject: entry.subject,
    date: entry.date,
    canonical: entry.canonical,
    path: entry.path,
    hash: entry.hash,
    shownHash: entry.shownHash,
    relatedInOtherSubjects: entry.relatedInOtherSubjects,
    ...detailsOf(entry),
  };
}

/**
 * The entry of an article that was read from a file.
 *
 * @param images what the answer shows in addition to the contents of its file, as plain data; usually empty
 */
export function toEntry(
  { answer: _, ...rest }: Article,
  { path, bytes }: SourceFile,
  images: readonly unknown[] = [],
): Entry {
  const ofImages = images.length === 0 ? '' : hashOf(Buffer.from(JSON.stringify(images)));
  return withHashes({ ...rest, path }, hashOf(bytes) + ofImages);
}

/** @param hash value of {@link Entry.hash} */
export function withHashes(shown: Shown, hash: string): Entry {
  const start = questionPath(shown.subject.slug, '');
  const relatedInOtherSubjects = shown.related.filter((address) => !address.startsWith(start));
  return { ...shown, hash, shownHash: hashOf(Buffer.from(JSON.stringify(shown))), relatedInOtherSubjects };
}

/** Hash of bytes, as returned by {@link fileHashOf} for a file with these bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, hashLength);
}

/** The hash of the bytes of an entry's file. */
export function fileHashOf({ hash }: Pick<Entry, 'hash'>): string {
  return hash.slice(0, hashLength);
}

/** Sort order of a catalogue: newest first; on the same day, the highest id first. */
export function compareNewestFirst(a: Entry, b: Entry): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return b.id - a.id || Number(a.address > b.address) - Number(a.address < b.address);
}
