import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { AnswerCache } from './cache';

const answer = { form: 'markdown', text: 'One' } as const;
const rendered = { html: '<p>One</p>', headings: [], wordCount: 1, remarks: [] };

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'answers-'));
  for (const part of ['lib/answer', 'lib/limits.ts', 'package-lock.json']) {
    await cp(part, join(project, part), { recursive: true });
  }
});

afterEach(async () => {
  await rm(project, { recursive: true });
});

test('what was stored is found, by form and text', async () => {
  const cache = await AnswerCache.open(project);
  expect(await cache.get(answer)).toBeUndefined();
  await cache.set(answer, rendered);
  expect(await (await AnswerCache.open(project)).get(answer)).toEqual(rendered);
  expect(await cache.get({ form: 'escaped', text: 'One' })).toBeUndefined();
  expect(await cache.get({ form: 'markdown', text: 'Two' })).toBeUndefined();
});

test('a change of the code that renders makes every answer new', async () => {
  await (await AnswerCache.open(project)).set(answer, rendered);
  await writeFile(join(project, 'lib/answer/new.ts'), '');
  expect(await (await AnswerCache.open(project)).get(answer)).toBeUndefined();
});

test('a damaged file is as good as none', async () => {
  const cache = await AnswerCache.open(project);
  await cache.set(answer, rendered);
  const folder = join(project, '.cache/answers');
  for (const file of await readdir(folder, { recursive: true })) {
    if (file.endsWith('.json')) await writeFile(join(folder, file), '{"html":');
  }
  expect(await cache.get(answer)).toBeUndefined();
  await cache.set(answer, rendered);
  expect(await cache.get(answer)).toEqual(rendered);
});
