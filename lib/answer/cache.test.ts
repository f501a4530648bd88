import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test, vi } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { AnswerCache } from './cache';

const [hash, other] = ['0123abcd', '4567cdef'];
const rendered = {
  html: '<p>One</p>',
  headings: [],
  beginning: { html: '<p>A</p>', isWhole: true },
  markdown: '',
  wordCount: 1,
  images: [],
  remarks: [],
};

const code = vi.hoisted(() => ({ version: '' }));
vi.mock('@/lib/cache/code-version', () => ({ codeVersion: () => Promise.resolve(code.version) }));

const temporary = temporaryFolder();

beforeEach(() => {
  code.version = 'a1'.repeat(32);
});

test('a stored answer is found by the hash of its file', async () => {
  const cache = await AnswerCache.open(temporary.path);
  expect(cache.get(hash)).toBeUndefined();
  cache.set(hash, rendered);
  expect((await AnswerCache.open(temporary.path)).get(hash)).toEqual(rendered);
  expect(cache.get(other)).toBeUndefined();
});

test('a change of the code that renders makes every answer new', async () => {
  (await AnswerCache.open(temporary.path)).set(hash, rendered);
  code.version = 'b2'.repeat(32);
  expect((await AnswerCache.open(temporary.path)).get(hash)).toBeUndefined();
});

test('a damaged file is treated like a missing one', async () => {
  const cache = await AnswerCache.open(temporary.path);
  cache.set(hash, rendered);
  const folder = join(temporary.path, '.cache/answers');
  for (const file of await readdir(folder, { recursive: true })) {
    if (file.endsWith('.json')) await writeFile(join(folder, file), '{"html":');
  }
  expect(cache.get(hash)).toBeUndefined();
  cache.set(hash, rendered);
  expect(cache.get(hash)).toEqual(rendered);
});

test.each(['', 'null', '{}', '[1]', '{"html":7}'])(
  'a file of other content (%s) is as good as none',
  async (content) => {
    const cache = await AnswerCache.open(temporary.path);
    cache.set(hash, rendered);
    await writeFile(join(cache.folder, hash.slice(0, 2), `${hash.slice(2)}.json`), content);
    expect(cache.get(hash)).toBeUndefined();
  },
);

test('a file that is there and cannot be read is not passed over', async () => {
  const cache = await AnswerCache.open(temporary.path);
  cache.set(hash, rendered);
  const file = join(cache.folder, hash.slice(0, 2), `${hash.slice(2)}.json`);
  await rm(file);
  await mkdir(file);
  expect(() => cache.get(hash)).toThrow('EISDIR');
});
