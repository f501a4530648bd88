import { readFile } from 'node:fs/promises';

import { afterAll, expect, test } from 'vitest';

import { AnswerRenderer } from '@/lib/answer/answers';
import { formatArticle } from './format';

const path = 'mathematics/how-are-complex-numbers-multiplied.md';

const renderer = new AnswerRenderer({ size: 1 });

afterAll(() => renderer.close());

async function format(text: string, keepRedundant = false) {
  const source = { file: path, path, bytes: new TextEncoder().encode(text) };
  return formatArticle(source, renderer, { keepRedundant });
}

const original = await readFile(`e2e/content/${path}`, 'utf8');

test('a document of the source library becomes one that a person would write', async () => {
  const result = await format(original);
  const text = 'text' in result ? result.text : '';
  expect(text).toContain('\n---\n\nTo multiply \\( z = a + bi \\) by');
  expect(text).toContain('for $z \\neq 0$ there is an inverse.\n\n### Polar Form\n');
  expect(text).toMatch(/^id: 900002\ndate: 2024-12-05\ntitle: >-\n/m);
  expect(text).not.toMatch(/^(answer|article_title|question|file_name|url|date_format|post_on_text):/m);
});

test('redundant keys are kept on request', async () => {
  const result = await format(original, true);
  expect('text' in result && result.text).toMatch(/^file_name: how-are-complex-numbers-multiplied\.md$/m);
});

test('what is formatted stays as it is', async () => {
  const once = await format(original);
  const twice = await format('text' in once ? once.text : '');
  expect(twice).toEqual(once);
});

test('the canonical address of a question in several subjects is kept', async () => {
  const address = '/learn/mathematics/questions/how-are-complex-numbers-multiplied';
  const result = await format(original.replace('\nid:', `\ncanonical: ${address}\nid:`));
  expect('text' in result && result.text).toContain(`\ncanonical: ${address}\n`);
});

test('a broken file stays as it is, with its problems', async () => {
  expect(await format('no front matter')).toMatchObject({ problems: [{ code: 'front-matter-missing' }] });
});
