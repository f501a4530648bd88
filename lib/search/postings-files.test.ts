import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { entry } from '@/lib/catalogue/fixtures';
import { questionMarkdown } from '@/lib/seo/markdown';
import { postingsPath, type PostingsFile } from '@/public/scripts/search/library.js';
import { decodePostings, type PostingsByWord } from '@/public/scripts/search/postings.js';
import { Changes } from './changes';
import { gunzip } from './compressed-file';
import { writePostingsFiles, type PostingsFiles } from './postings-files';
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
  postingsFiles: PostingsFiles;
}

let count = 0;

const none: Index = { vocabulary: Vocabulary.empty(), postingsFiles: { folder: '', names: [] } };

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
  const vocabulary = old.vocabulary.with(changes.countChanges());
  return {
    vocabulary,
    postingsFiles: await writePostingsFiles(folder, vocabulary, changes, old.postingsFiles),
  };
}

const empty: Library = new Map();
const library: Library = new Map([1, 2, 3].map((id) => [id, textOf(id)]));

let temporary: string;
/** The index of {@link library}, built from scratch. */
let first: Index;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'postings-'));
  first = await write(empty, library);
});
afterAll(() => rm(temporary, { recursive: true }));

const fileOf = ({ folder }: PostingsFiles, name: PostingsFile) => join(folder, postingsPath(name));

async function read(postingsFiles: PostingsFiles, name: PostingsFile): Promise<PostingsByWord> {
  return decodePostings(await gunzip(await readFile(fileOf(postingsFiles, name))));
}

/** The name of the file in which a browser looks for a word. */
const nameFor = ({ names }: PostingsFiles, word: string) => names.findLast(({ start }) => start <= word);

test('each word is in the file in which a browser looks for it, and in no other', async () => {
  const { vocabulary, postingsFiles } = first;
  expect(postingsFiles.names.length).toBeGreaterThan(3);
  const found = new Map<string, PostingsFile>();
  for (const name of postingsFiles.names) {
    for (const word of (await read(postingsFiles, name)).keys()) {
      expect(found.has(word)).toBe(false);
      found.set(word, name);
    }
  }
  expect([...found.keys()].sort()).toEqual(vocabulary.counts.map(({ word }) => word));
  for (const [word, name] of found) expect(nameFor(postingsFiles, word)).toBe(name);
});

test('the folder has the named files and no others, in the order of their words', async () => {
  const { postingsFiles } = first;
  const paths = postingsFiles.names.map(postingsPath);
  expect((await readdir(join(postingsFiles.folder, 'words'))).map((name) => `words/${name}`).sort()).toEqual(
    paths.sort(),
  );
  const starts = postingsFiles.names.map(({ start }) => start);
  expect(starts).toEqual([...new Set(starts)].sort());
});

test('a file with a changed word gets another name, and the others are linked', async () => {
  const [word = ''] = textOf(3).split(' ');
  const second = await write(library, new Map([...library, [2, `${textOf(2)} ${word}`]]), first);
  const countsBefore = new Map(first.vocabulary.counts.map((each) => [each.word, each.inQuestions]));
  const [changedWord, ...others] = second.vocabulary.counts.filter(
    (each) => each.inQuestions !== countsBefore.get(each.word),
  );
  expect(others).toEqual([]);

  const known = new Set(first.postingsFiles.names.map(postingsPath));
  const [changed, ...more] = second.postingsFiles.names.filter((name) => !known.has(postingsPath(name)));
  if (!changed || !changedWord) throw new Error('nothing changed');
  expect(more).toEqual([]);
  expect((await read(second.postingsFiles, changed)).get(changedWord.word)).toMatchObject([
    { subject: 'law', ids: new Uint32Array([2, 3]) },
  ]);
  for (const name of second.postingsFiles.names.filter((each) => each !== changed)) {
    const [before, after] = await Promise.all([
      stat(fileOf(first.postingsFiles, name)),
      stat(fileOf(second.postingsFiles, name)),
    ]);
    expect(after.ino).toBe(before.ino);
  }
});

test('a library without words has no files', async () => {
  const { postingsFiles } = await write(library, empty, first);
  expect(postingsFiles.names).toEqual([]);
  expect(await readdir(join(postingsFiles.folder, 'words'))).toEqual([]);
});
