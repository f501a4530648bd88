import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { entry } from '@/lib/catalogue/fixtures';
import { SearchableLibrary, type Found, type Piece } from '@/public/scripts/search/library.js';
import { decodePostings, encodePostings, type PostingsByWord } from '@/public/scripts/search/postings.js';
import { markdownPath } from '@/lib/site';
import { questionMarkdown } from '@/lib/seo/markdown';
import { updateSearchIndex, type SearchChange } from './search-index';

let folder: string;
let fetched: string[];
let library: SearchableLibrary;

const texts: [path: string, question: string, text: string, rest?: Partial<Entry>][] = [
  ['biology/mitosis', 'What is mitosis?', 'A cell divides into two cells.', { keywords: ['cell cycle'] }],
  ['biology/meiosis', 'How does meiosis differ?', 'Unlike mitosis it halves the chromosomes of a cell.'],
  ['physics/rate', 'What is a rate of change?', 'Velocity is the rate at which a place changes.'],
  ['physics/cell', 'How does a battery work?', 'A galvanic cell moves charge.'],
  ['code/c', 'What is a pointer in C?', 'It holds an address.'],
  ['code/c-plus-plus', 'What is a template in C++?', 'It makes functions.'],
  ['code/c-sharp', 'What is a property in C#?', 'It runs on .NET.'],
  ['physics/x-ray', 'Why do bones show?', 'An X-ray is absorbed by them.'],
  ['physics/energy', 'What is mass?', 'It is energy: $$E = mc^2$$ in $\\text{joules}$.'],
  ['biology/leaf', '葉はなぜ緑か', '細胞には葉緑体がある。'],
  ...Array.from({ length: 30 }, (_, index): [string, string, string] => [
    `physics/filler-${index}`,
    `Filler ${index}?`,
    `Pendulum number ${index} swings. Each one has a rare${index} word.`,
  ]),
];

/** A file of the release as a server sends it. */
async function serve(address: string): Promise<Response> {
  return readFile(join(folder, address)).then(
    (bytes) => new Response(bytes),
    () => new Response('', { status: 404 }),
  );
}

/** Writes the published Markdown of a library, and what makes an index of it. */
async function publish(
  entries: readonly Entry[],
): Promise<{ catalogue: Catalogue; changes: SearchChange[] }> {
  const catalogue = new Catalogue(entries, {});
  const changes: SearchChange[] = [];
  for (const entry of catalogue.entries) {
    const text = texts[entry.id - 1]?.[2] ?? '';
    const addresses = catalogue.addressesOf(entry);
    const after = questionMarkdown(entry, catalogue.subjectOf(entry), text, addresses);
    const path = join(folder, markdownPath(entry.address));
    if (catalogue.canonical(entry) === entry) changes.push({ after });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, after);
  }
  return { catalogue, changes };
}

const entries = texts.map(([path, question, , rest], index) =>
  entry(path, { id: index + 1, title: question, question, ...rest }),
);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  const { catalogue, changes } = await publish(entries);
  await updateSearchIndex({ release: folder, subjects: catalogue.subjects, changes });
  fetched = [];
  library = new SearchableLibrary((address) => {
    fetched.push(address);
    return serve(address);
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
    expect(marked(await found.results[1]?.excerpt)).toEqual(['mitosis']);
  });

  test('finds other forms of a word, keywords, and words that begin as the last one', async () => {
    expect(addresses(await library.search('changing'))).toEqual(['physics/rate']);
    expect(addresses(await library.search('cycles'))).toEqual(['biology/mitosis']);
    expect(addresses(await library.search('veloc'))).toEqual(['physics/rate']);
    expect(addresses(await library.search('veloc '))).toEqual([]);
  });

  test('tells names by their signs', async () => {
    expect(addresses(await library.search('C++'))).toEqual(['code/c-plus-plus']);
    expect(addresses(await library.search('c#'))).toEqual(['code/c-sharp']);
    expect(addresses(await library.search('.net'))).toEqual(['code/c-sharp']);
    expect(addresses(await library.search('C'))).toEqual(['code/c']);
  });

  test.each(['x-ray', 'xray', 'x ray', 'X-Rays'])('finds X-ray as %s', async (query) => {
    expect(addresses(await library.search(query))).toEqual(['physics/x-ray']);
  });

  test.each(['E=mc2', 'E = mc^2', 'mc²', 'joules'])('finds a formula as %s', async (query) => {
    expect(addresses(await library.search(query))).toEqual(['physics/energy']);
  });

  test.each(['葉緑体', '緑体', '葉', 'には葉'])('finds what stands without spaces by %s', async (query) => {
    expect(addresses(await library.search(query))).toEqual(['biology/leaf']);
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

test('the index has few files, and none for a single question', async () => {
  const names = await readdir(join(folder, 'search-index'), { recursive: true });
  expect(names.sort()).toEqual([
    'addresses',
    'addresses/0.bin',
    'addresses/1.bin',
    'addresses/2.bin',
    'contents.json',
    'spelling.bin',
    'vocabulary.bin',
    'words',
    expect.stringMatching(/^words\/[0-9a-f]{6}-\.bin$/),
  ]);
});

test('an index that cannot be read is asked for again', async () => {
  let isDown = true;
  const shaky = new SearchableLibrary((address) =>
    isDown ? Promise.resolve(new Response('', { status: 503 })) : serve(address),
  );
  await expect(shaky.search('mitosis')).rejects.toThrow('answers 503');
  isDown = false;
  expect((await shaky.search('mitosis')).total).toBe(2);
});

test('a release that takes files away while somebody searches costs no search', async () => {
  let isOld = true;
  const reader = new SearchableLibrary(async (address) => {
    const response = await serve(address);
    if (!isOld || !address.endsWith('contents.json')) return response;
    const contents: unknown = await response.json();
    return Response.json({ ...Object(contents), hashes: '000000' });
  });
  reader.prepare();
  await new Promise((resolve) => setTimeout(resolve, 20));
  isOld = false;
  expect((await reader.search('mitosis')).total).toBe(2);
});

test('a question whose Markdown cannot be had is found without an excerpt', async () => {
  const reader = new SearchableLibrary((address) =>
    address.endsWith('.md') ? Promise.reject(new Error('offline')) : serve(address),
  );
  const [first] = (await reader.search('mitosis')).results;
  expect(marked(first?.title)).toEqual(['mitosis']);
  expect(await first?.excerpt).toEqual([]);
});

test('two questions with one id are refused by name', async () => {
  const { catalogue, changes } = await publish([entry('law/a', { id: 7 }), entry('law/b', { id: 7 })]);
  const update = { release: join(folder, 'other'), subjects: catalogue.subjects, changes };
  await expect(updateSearchIndex(update)).rejects.toThrow('"a" and "b" both have the id 7');
});

test('postings come back as they were written', () => {
  const postings = (subject: string, ids: number[], weights: number[]) => ({
    subject,
    ids: Uint32Array.from(ids),
    weights: Uint8Array.from(weights),
  });
  const written: PostingsByWord = new Map([
    ['a', [postings('law', [1], [255])]],
    [
      'größe',
      [postings('history', [2 ** 31 - 1], [7]), postings('law', [3, 130, 131, 3_000_000], [1, 2, 3, 4])],
    ],
  ]);
  expect(decodePostings(encodePostings(written))).toEqual(written);
  for (const word of written.keys()) {
    expect(decodePostings(encodePostings(written), (other) => other === word)).toEqual(
      new Map([[word, written.get(word)]]),
    );
  }
});
