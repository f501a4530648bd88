import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import pMap from 'p-map';

import {
  hashLength,
  postingsPath,
  postingsFolder,
  type PostingsFile,
} from '@/public/scripts/search/library.js';
import { decodePostings, encodePostings, type PostingsByWord } from '@/public/scripts/search/postings.js';
import type { Changes } from './changes';
import { partitionWords } from './partition-words';
import { linkFile } from '@/lib/files/link-file';
import { gunzip, writeCompressed } from './compressed-file';
import { firstPosition } from '@/lib/first-position';
import type { Vocabulary } from './vocabulary';

/**
 * Maximum size in bytes of a file of postings before compression, as estimated. Larger files make searches
 * slow, smaller ones make the list of files long. A file with only one word may be larger.
 */
const maxFileBytes = 20_000;

/** Approximate size in bytes of a word without its letters, and of a posting. */
const wordBytes = 6;
const postingBytes = 2.5;

/** Number of files processed concurrently. */
const filesAtOnce = 8;

/** The files of an index that contain postings, in the order of their words. */
export interface PostingsFiles {
  /** Folder of the index. */
  folder: string;
  names: readonly PostingsFile[];
}

/** Writes the postings of a search index. Unchanged files are linked. @param folder the folder of the index */
export async function writePostingsFiles(
  folder: string,
  { counts }: Vocabulary,
  changes: Changes,
  old: PostingsFiles,
): Promise<PostingsFiles> {
  await mkdir(join(folder, postingsFolder), { recursive: true });
  const words = counts.map(({ word }) => word);
  const sizes = counts.map(({ word, inQuestions }) => word.length + wordBytes + postingBytes * inQuestions);
  const ranges = partitionWords(words, sizes, maxFileBytes);
  const touched = changes.words();
  const oldIndexes = new Map(old.names.map(({ start }, index) => [start, index]));
  const names: PostingsFile[] = [];

  const write = async ([index, { start, from, to }]: [number, (typeof ranges)[number]]) => {
    const end = ranges[index + 1]?.start;
    const oldIndex = oldIndexes.get(start) ?? -1;
    const oldName = old.names[oldIndex];
    const isTouched = isBefore(touched[firstPosition(touched, (word) => word >= start)], end);
    if (oldName && old.names[oldIndex + 1]?.start === end && !isTouched) {
      linkFile(join(old.folder, postingsPath(oldName)), join(folder, postingsPath(oldName)));
      names[index] = oldName;
      return;
    }
    const oldPostings = await readRange(old, start, end);
    const postings: PostingsByWord = new Map(
      words.slice(from, to).map((word) => [word, changes.apply(word, oldPostings.get(word) ?? [])]),
    );
    const bytes = encodePostings(postings);
    const name = { start, hash: createHash('sha256').update(bytes).digest('hex').slice(0, hashLength) };
    await writeCompressed(join(folder, postingsPath(name)), bytes);
    names[index] = name;
  };
  await pMap(ranges.entries(), write, { concurrency: filesAtOnce });
  return { folder, names };
}

/**
 * The postings in all old files whose range of words overlaps the range from `start` (inclusive) to `end`
 * (exclusive).
 */
async function readRange(
  { folder, names }: PostingsFiles,
  start: string,
  end: string | undefined,
): Promise<PostingsByWord> {
  const first = Math.max(0, firstPosition(names, (name) => name.start > start) - 1);
  const last = firstPosition(names, (name) => !isBefore(name.start, end));
  const files = await Promise.all(
    names
      .slice(first, last)
      .map(async (name) => decodePostings(await gunzip(await readFile(join(folder, postingsPath(name)))))),
  );
  return new Map(files.flatMap((postings) => [...postings]));
}

function isBefore(word: string | undefined, end: string | undefined): boolean {
  return word !== undefined && (end === undefined || word < end);
}
