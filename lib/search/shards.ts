import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import pMap from 'p-map';

import { hashLength, shardPath, shardsFolder, type ShardName } from '@/public/scripts/search/library.js';
import { readShard, writeShard, type Shard } from '@/public/scripts/search/postings.js';
import type { Changes } from './changes';
import { cutWords } from './cuts';
import { linkFile } from '@/lib/files/link-file';
import { gunzip, writeCompressed } from './files';
import { firstPosition } from './first-position';
import type { Vocabulary } from './vocabulary';

/**
 * Maximum size in bytes of a file of postings before compression, as estimated. Larger files make searches slow, smaller
 * ones make the list of files long. A file with only one word may be larger.
 */
const shardBytes = 20_000;

/** Approximate size in bytes of a word without its letters, and of a posting. */
const wordBytes = 6;
const postingBytes = 2.5;

/** Number of files processed concurrently. */
const filesAtOnce = 8;

/** The files of an index that contain postings, in the order of their words. */
export interface Shards {
  /** Folder of the index. */
  folder: string;
  names: readonly ShardName[];
}

/** Writes the postings of a search index. Unchanged files are linked. @param folder the folder of the index */
export async function writeShards(
  folder: string,
  { counts }: Vocabulary,
  changes: Changes,
  old: Shards,
): Promise<Shards> {
  await mkdir(join(folder, shardsFolder), { recursive: true });
  const words = counts.map(({ word }) => word);
  const sizes = counts.map(({ word, questions }) => word.length + wordBytes + postingBytes * questions);
  const stretches = cutWords(words, sizes, shardBytes);
  const touched = changes.words();
  const oldPlaces = new Map(old.names.map(({ start }, place) => [start, place]));
  const names: ShardName[] = [];

  const write = async ([place, { start, from, to }]: [number, (typeof stretches)[number]]) => {
    const end = stretches[place + 1]?.start;
    const oldPlace = oldPlaces.get(start) ?? -1;
    const oldName = old.names[oldPlace];
    const isTouched = isBefore(touched[firstPosition(touched, (word) => word >= start)], end);
    if (oldName && old.names[oldPlace + 1]?.start === end && !isTouched) {
      linkFile(join(old.folder, shardPath(oldName)), join(folder, shardPath(oldName)));
      names[place] = oldName;
      return;
    }
    const oldShard = await readStretch(old, start, end);
    const shard: Shard = new Map(
      words.slice(from, to).map((word) => [word, changes.apply(word, oldShard.get(word) ?? [])]),
    );
    const bytes = writeShard(shard);
    const name = { start, hash: createHash('sha256').update(bytes).digest('hex').slice(0, hashLength) };
    await writeCompressed(join(folder, shardPath(name)), bytes);
    names[place] = name;
  };
  await pMap(stretches.entries(), write, { concurrency: filesAtOnce });
  return { folder, names };
}

/** The postings in all old files whose range of words overlaps the range from `start` (inclusive) to `end` (exclusive). */
async function readStretch(
  { folder, names }: Shards,
  start: string,
  end: string | undefined,
): Promise<Shard> {
  const first = Math.max(0, firstPosition(names, (name) => name.start > start) - 1);
  const last = firstPosition(names, (name) => !isBefore(name.start, end));
  const shards = await Promise.all(
    names
      .slice(first, last)
      .map(async (name) => readShard(await gunzip(await readFile(join(folder, shardPath(name)))))),
  );
  return new Map(shards.flatMap((shard) => [...shard]));
}

function isBefore(word: string | undefined, end: string | undefined): boolean {
  return word !== undefined && (end === undefined || word < end);
}
