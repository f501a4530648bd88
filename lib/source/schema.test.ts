import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { articleJsonSchema, parseFrontMatterData } from './schema';

const least = {
  id: 1,
  date: '2025-01-10',
  title: 'Why?',
  subject: 'Law',
  seo: { page_description: 'Because.' },
};

const messages = (data: Record<string, unknown>) =>
  parseFrontMatterData(data).issues.map(({ message }) => message);

test('what an editor leaves out gets its default', () => {
  expect(parseFrontMatterData(least)).toEqual({
    issues: [],
    data: {
      ...least,
      seo: { page_description: 'Because.', page_keywords: [] },
      author: 'QuickTakes',
      date_format: 'MMM DD, YYYY',
      post_on_text: 'Posted on',
      sources: [],
      related: [],
    },
  });
});

test('related articles come in the order of their numbers', () => {
  const url = (slug: string) => `/learn/law/questions/${slug}`;
  const { data } = parseFrontMatterData({
    ...least,
    related_article10: { url: url('ten') },
    related_article2: { url: url('two') },
  });
  expect(data?.related.map((related) => related.url)).toEqual([url('two'), url('ten')]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['a missing key', { title: undefined }, 'The key "title" is required and missing.'],
  [
    'text that YAML reads as a number',
    { title: 1984 },
    '"title" must be text, found 1984. Put it between double quotes.',
  ],
  ['a key without a value', { title: null }, '"title" must be text, found nothing. Write it.'],
  [
    'an optional key without a value',
    { author: null },
    '"author" must be text, found nothing. Write it, or remove the line.',
  ],
  [
    'a list without a value',
    { seo: { page_description: 'x', page_keywords: null } },
    '"seo.page_keywords" must be text, found nothing. Write it, or remove the line.',
  ],
  ['a group where text belongs', { author: { name: 'Me' } }, '"author" must be text, found a group of keys.'],
  ['a list where text belongs', { author: ['Me'] }, '"author" must be text, found a list.'],
  ['an empty text', { author: ' ' }, '"author" is empty, found " ".'],
  ['a fraction for an id', { id: 1.5 }, '"id" must be a whole number, found 1.5.'],
  [
    'a day that does not exist',
    { date: '2025-02-29' },
    '"date" must be a day that exists, written like 2025-01-31, found "2025-02-29".',
  ],
  [
    'a misspelt key',
    { relatd_article1: {} },
    '"relatd_article1" is not a key of an article. Did you mean "related_article1"?',
  ],
  [
    'a key from elsewhere',
    { layout: 'post' },
    /^"layout" is not a key of an article\. Its keys are .*: remove the line, or use one of them\.$/.source,
  ],
  [
    'the prototype',
    JSON.parse('{"__proto__": {"a": 1}}') as Record<string, unknown>,
    /^"__proto__" is not a key of an article\./.source,
  ],
])('%s', (_, change, message) => {
  const data = Object.defineProperties({ ...least }, Object.getOwnPropertyDescriptors(change));
  const [found] = messages(data);
  if (message.startsWith('^')) expect(found).toMatch(new RegExp(message));
  else expect(found).toBe(message);
});

test('the JSON Schema in the repository is that of the code', async () => {
  const written: unknown = JSON.parse(await readFile('schemas/question.schema.json', 'utf8'));
  expect(written, 'run npm run schema').toEqual(articleJsonSchema());
  expect(written).toMatchObject({
    required: ['id', 'date', 'title', 'seo', 'subject'],
    additionalProperties: false,
    properties: { date: { format: 'date' } },
  });
});

test('CloudCannon knows every key that its new questions have', async () => {
  const keys = (text: string) => new Set([...text.matchAll(/^ *(\w+):/gm)].map(([, key]) => key));
  const form = keys(await readFile('.cloudcannon/schemas/default.md', 'utf8'));
  const inputs = keys((await readFile('cloudcannon.config.yml', 'utf8')).split('\n_inputs:')[1] ?? '');
  expect([...form].filter((key) => key !== 'seo' && !inputs.has(key))).toEqual([]);
});
