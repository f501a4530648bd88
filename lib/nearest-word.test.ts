import fc from 'fast-check';
import { expect, test } from 'vitest';

import { nearestWord } from './nearest-word';

const subjects = ['Physics', 'Mathematics', 'Law', 'History', 'Computer Science'];

test.each([
  ['Phisics', 'Physics'],
  ['physics', 'Physics'],
  ['Maths', undefined],
  ['Lav', 'Law'],
  ['Astronomy', undefined],
  ['', undefined],
])('for %s, %s is meant', (word, meant) => {
  expect(nearestWord(word, subjects)).toBe(meant);
});

test('of several near words, the nearest is meant', () => {
  expect(nearestWord('page_keyword', ['page_keywords1', 'page_keywords', 'page_words'])).toBe(
    'page_keywords',
  );
});

test('a known word is meant by itself, and whatever is meant is near', () => {
  const words = fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, fc.string({ maxLength: 8 }), (known, word) => {
      expect(nearestWord(known[0] ?? '', known)?.toLowerCase()).toBe(known[0]?.toLowerCase());
      const meant = nearestWord(word, known);
      if (meant !== undefined) expect(Math.abs(meant.length - word.length)).toBeLessThanOrEqual(2);
    }),
  );
});
