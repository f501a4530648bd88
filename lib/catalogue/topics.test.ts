import { expect, test } from 'vitest';

import { entry } from './fixtures';
import { indexKey, indexOf, topicsOf } from './topics';

test('a keyword that three questions share is a topic, whatever its case', () => {
  const entries = ['a', 'b', 'c'].map((slug, index) =>
    entry(`law/${slug}`, { keywords: [index === 0 ? 'Tort Law' : 'tort law', slug, 'duty', 'C++'] }),
  );
  entries.push(entry('law/d', { keywords: ['c'] }));
  expect(topicsOf(entries).map(({ slug, name, entries: { length } }) => [slug, name, length])).toEqual([
    ['c', 'C++', 3],
    ['duty', 'duty', 3],
    ['tort-law', 'Tort Law', 3],
  ]);
});

test.each([
  ['What is opportunity cost?', 'O'],
  ['Why is the determinant zero when rows depend?', 'D'],
  ['How does Newton’s method find a root?', 'N'],
  ['What is the difference between mitosis and meiosis?', 'M'],
  ['Élan vital', 'E'],
  ['Why is 0.1 plus 0.2 not 0.3?', '#'],
  ['Why?', 'W'],
])('%s stands under %s', (title, letter) => {
  expect(indexKey(title).letter).toBe(letter);
});

test('an index is in order, its letters and what stands under them', () => {
  const index = indexOf(
    ['What is b2?', 'Who is ada?', 'What is b1?'].map((title, id) => entry(`x/${id}`, { title })),
  );
  expect(index.map(({ letter, entries }) => [letter, entries.map(({ title }) => title)])).toEqual([
    ['A', ['Who is ada?']],
    ['B', ['What is b1?', 'What is b2?']],
  ]);
});

test('topics have slugs of their own that fit a file name, whatever keywords are made of', () => {
  const long = 'x'.repeat(400);
  const keywords = ['a', 'a\u00E7', 'a-1', long, `${long}y`, '../../x', '\u6F22'];
  const entries = ['a', 'b', 'c'].map((slug) => entry(`law/${slug}`, { keywords }));
  const slugs = topicsOf(entries).map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(6);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]{1,205}$/);
});
