import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { entry } from '@/lib/catalogue/fixtures';
import { SearchableLibrary, type Found, type Piece } from '@/public/scripts/search/library.js';
import { readShard, writeShard } from '@/public/scripts/search/postings.js';
import { SearchIndex } from './search-index';

let folder: string;
let fetched: string[];
let library: SearchableLibrary;

const texts: [path: string, question: string, text: string, rest?: Partial<Entry>][] = [
  ['biology/mitosis', 'What is mitosis?', 'A cell divides into two cells.', { keywords: ['cell cycle'] }],
  ['biology/meiosis', 'How does meiosis differ?', 'Unlike mitosis it halves the chromosomes of a cell.'],
  ['physics/rate', 'What is a rate of change?', 'Velocity is the rate at which a place changes.'],
  ['physics/cell', 'How does a battery work?', 'A galvanic cell moves charge.'],
  ...Array.from({ length: 30 }, (_, index): [string, string, string] => [
    `physics/filler-${index}`,
    `Filler ${index}?`,
    `Pendulum number ${index} swings. Each one has a rare${index} word.`,
  ]),
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  const entries = texts.map(([path, question, , rest], id) =>
    entry(path, { id, title: question, question, ...rest }),
  );
  const index = await SearchIndex.create(folder, new Catalogue(entries, {}));
  for (const [number, one] of entries.entries()) {
    await index.add(one, `<article data-search-body><p>${texts[number]?.[2] ?? ''}</p></article>`);
  }
  await index.write();
  fetched = [];
  library = new SearchableLibrary(async (path) => {
    fetched.push(path);
    return new Response(await readFile(join(folder, 'search-index', path)));
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function addresses({ results }: Found): string[] {
  return results.map(({ address }) => address.replace('/learn/', '').replace('questions/', ''));
}

function marked(pieces: readonly Piece[] = []): string[] {
  return pieces.filter((piece) => piece.marked).map(({ text }) => text);
}

describe('a search', () => {
  test('puts a question about the word before one that has it', async () => {
    const found = await library.search('mitosis');
    expect(addresses(found)).toEqual(['biology/mitosis', 'biology/meiosis']);
    expect(found).toMatchObject({ total: 2, isPartial: false, suggestion: undefined });
    expect(found.results[0]?.subject).toMatchObject({ slug: 'biology', name: 'biology' });
    expect(marked(found.results[0]?.title)).toEqual(['mitosis']);
    expect(marked(found.results[1]?.excerpt)).toEqual(['mitosis']);
  });

  test('finds other forms of a word, keywords, and words that begin as the last one', async () => {
    expect(addresses(await library.search('changing'))).toEqual(['physics/rate']);
    expect(addresses(await library.search('cycles'))).toEqual(['biology/mitosis']);
    expect(addresses(await library.search('veloc'))).toEqual(['physics/rate']);
    expect(addresses(await library.search('veloc '))).toEqual([]);
  });

  test('of one subject finds nothing of others', async () => {
    expect(addresses(await library.search('cell'))).toHaveLength(3);
    expect(addresses(await library.search('cell', 'physics'))).toEqual(['physics/cell']);
    expect(addresses(await library.search('cell', 'no-such-subject'))).toEqual([]);
  });

  test('wants all words, and says so when no question has them all', async () => {
    expect(addresses(await library.search('cell charge'))).toEqual(['physics/cell']);
    const found = await library.search('velocity chromosomes');
    expect(found.isPartial).toBe(true);
    expect(addresses(found).sort()).toEqual(['biology/meiosis', 'physics/rate']);
    expect((await library.search('velocity qqqqq wwwww')).total).toBe(0);
  });

  test('finds nothing for nonsense, also where it begins as a word does', async () => {
    expect(await library.search('mitosisxyz')).toMatchObject({
      total: 0,
      results: [],
      suggestion: undefined,
    });
    expect(await library.search('what is the')).toMatchObject({ total: 0, results: [] });
    expect(await library.search('../../etc (*+?')).toMatchObject({ total: 0, results: [] });
  });

  test('guesses what was meant, where that finds something', async () => {
    expect((await library.search('What is mitsois?')).suggestion).toBe('What is mitosis?');
    expect((await library.search('cell mitsois')).suggestion).toBe('cell mitosis');
    expect((await library.search('mitsois', 'physics')).suggestion).toBeUndefined();
  });

  test('shows as many as asked for and counts them all', async () => {
    const found = await library.search('pendulum', '', 4);
    expect(found.total).toBe(30);
    expect(found.results).toHaveLength(4);
  });
});

test('every file is read once', () => {
  expect(new Set(fetched).size).toBe(fetched.length);
});

test('the folder of an index holds its version and where that begins', async () => {
  const names = await readdir(join(folder, 'search-index'));
  expect(names.sort()).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), 'contents.json']);
});

test('an index that cannot be read is asked for again', async () => {
  let isDown = true;
  const shaky = new SearchableLibrary(async (path) =>
    isDown
      ? new Response('', { status: 503 })
      : new Response(await readFile(join(folder, 'search-index', path))),
  );
  await expect(shaky.search('mitosis')).rejects.toThrow('answers 503');
  isDown = false;
  expect((await shaky.search('mitosis')).total).toBe(2);
});

test('postings come back as they were written', () => {
  const words: [string, { documents: number[]; weights: number[] }][] = [
    ['a', { documents: [0], weights: [255] }],
    ['größe', { documents: [3, 130, 131, 20_000, 3_000_000], weights: [1, 2, 3, 4, 128] }],
  ];
  expect([...readShard(writeShard(words))]).toEqual(words);
});
