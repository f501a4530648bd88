import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { entry } from '@/lib/catalogue/fixtures';
import { questionMarkdown } from '@/lib/seo/markdown';
import { shardPath, type ShardName } from '@/public/scripts/search/library.js';
import { readShard, type Shard } from '@/public/scripts/search/postings.js';
import { Changes } from './changes';
import { gunzip } from './files';
import { writeShards, type Shards } from './shards';
import { Vocabulary } from './vocabulary';

/** The text of each question by its id. */
type Library = ReadonlyMap<number, string>;

/** So many words that the postings of a few questions fill several files. */
const words = Array.from({ length: 4000 }, (_, number) => `${((number * 7919) % 100_003).toString(36)}é`);

/** A text of some of the words, and of one word that no other number has. */
const textOf = (number: number) =>
  [...words.filter((_, place) => place % 3 === number % 3), `own${number}`].join(' ');

const markdowns = new Map<string, string>();

function markdownOf(id: number, text: string): string {
  const own = entry(`law/q${id}`, { id });
  const known = markdowns.get(`${id} ${text}`) ?? questionMarkdown(own, own.subject, text);
  markdowns.set(`${id} ${text}`, known);
  return known;
}

interface Index {
  vocabulary: Vocabulary;
  shards: Shards;
}

let count = 0;

const none: Index = { vocabulary: Vocabulary.empty(), shards: { folder: '', names: [] } };

/** Writes the postings of a library, from those of another one. */
async function write(before: Library, after: Library, old: Index = none): Promise<Index> {
  const changes = new Changes(new Set(['law']));
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    if (was === is) continue;
    changes.add({
      before: was === undefined ? undefined : markdownOf(id, was),
      after: is === undefined ? undefined : markdownOf(id, is),
    });
  }
  const folder = join(temporary, String((count += 1)));
  await mkdir(folder);
  const vocabulary = old.vocabulary.with(changes.counts());
  return { vocabulary, shards: await writeShards(folder, vocabulary, changes, old.shards) };
}

const empty: Library = new Map();
const library: Library = new Map([1, 2, 3].map((id) => [id, textOf(id)]));

let temporary: string;
/** The index of {@link library}, built from nothing. */
let first: Index;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'shards-'));
  first = await write(empty, library);
});
afterAll(() => rm(temporary, { recursive: true }));

const fileOf = ({ folder }: Shards, name: ShardName) => join(folder, shardPath(name));

async function read(shards: Shards, name: ShardName): Promise<Shard> {
  return readShard(await gunzip(await readFile(fileOf(shards, name))));
}

/** The name of the file in which a browser looks for a word. */
const nameFor = ({ names }: Shards, word: string) => names.findLast(({ start }) => start <= word);

test('each word is in the file in which a browser looks for it, and in no other', async () => {
  const { vocabulary, shards } = first;
  expect(shards.names.length).toBeGreaterThan(3);
  const found = new Map<string, ShardName>();
  for (const name of shards.names) {
    for (const word of (await read(shards, name)).keys()) {
      expect(found.has(word)).toBe(false);
      found.set(word, name);
    }
  }
  expect([...found.keys()].sort()).toEqual(vocabulary.counts.map(({ word }) => word));
  for (const [word, name] of found) expect(nameFor(shards, word)).toBe(name);
});

test('the folder has the named files and no others, in the order of their words', async () => {
  const { shards } = first;
  const paths = shards.names.map(shardPath);
  expect((await readdir(join(shards.folder, 'words'))).map((name) => `words/${name}`).sort()).toEqual(
    paths.sort(),
  );
  const starts = shards.names.map(({ start }) => start);
  expect(starts).toEqual([...new Set(starts)].sort());
});

test('a file with a changed word gets another name, and the others are linked', async () => {
  const [word = ''] = textOf(3).split(' ');
  const second = await write(library, new Map([...library, [2, `${textOf(2)} ${word}`]]), first);
  const countsBefore = new Map(first.vocabulary.counts.map((each) => [each.word, each.questions]));
  const [changedWord, ...others] = second.vocabulary.counts.filter(
    (each) => each.questions !== countsBefore.get(each.word),
  );
  expect(others).toEqual([]);

  const known = new Set(first.shards.names.map(shardPath));
  const [changed, ...more] = second.shards.names.filter((name) => !known.has(shardPath(name)));
  if (!changed || !changedWord) throw new Error('nothing changed');
  expect(more).toEqual([]);
  expect((await read(second.shards, changed)).get(changedWord.word)).toMatchObject([
    { subject: 'law', ids: new Uint32Array([2, 3]) },
  ]);
  for (const name of second.shards.names.filter((each) => each !== changed)) {
    const [before, after] = await Promise.all([
      stat(fileOf(first.shards, name)),
      stat(fileOf(second.shards, name)),
    ]);
    expect(after.ino).toBe(before.ino);
  }
});

test('a library without words has no files', async () => {
  const { shards } = await write(library, empty, first);
  expect(shards.names).toEqual([]);
  expect(await readdir(join(shards.folder, 'words'))).toEqual([]);
});
