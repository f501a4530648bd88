import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { AnswerCache } from './cache';

const answer = { form: 'markdown', text: 'One' } as const;
const rendered = { html: '<p>One</p>', headings: [], markdown: '', wordCount: 1, remarks: [] };

const temporary = temporaryFolder();

beforeEach(async () => {
  for (const part of ['lib/answer', 'lib/limits.ts', 'package-lock.json']) {
    await cp(part, join(temporary.path, part), { recursive: true });
  }
});

test('what was stored is found, by form and text', async () => {
  const cache = await AnswerCache.open(temporary.path);
  expect(await cache.get(answer)).toBeUndefined();
  await cache.set(answer, rendered);
  expect(await (await AnswerCache.open(temporary.path)).get(answer)).toEqual(rendered);
  expect(await cache.get({ form: 'escaped', text: 'One' })).toBeUndefined();
  expect(await cache.get({ form: 'markdown', text: 'Two' })).toBeUndefined();
});

test('a change of the code that renders makes every answer new', async () => {
  await (await AnswerCache.open(temporary.path)).set(answer, rendered);
  await writeFile(join(temporary.path, 'lib/answer/new.ts'), '');
  expect(await (await AnswerCache.open(temporary.path)).get(answer)).toBeUndefined();
});

test('a damaged file is as good as none', async () => {
  const cache = await AnswerCache.open(temporary.path);
  await cache.set(answer, rendered);
  const folder = join(temporary.path, '.cache/answers');
  for (const file of await readdir(folder, { recursive: true })) {
    if (file.endsWith('.json')) await writeFile(join(folder, file), '{"html":');
  }
  expect(await cache.get(answer)).toBeUndefined();
  await cache.set(answer, rendered);
  expect(await cache.get(answer)).toEqual(rendered);
});
