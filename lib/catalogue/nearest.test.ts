import fc from 'fast-check';
import { expect, test } from 'vitest';

import { indexTexts, words } from './nearest';

test('words are compared without case, punctuation and typographic variants', () => {
  expect(words('The “Six P’s”, C++ & Ｆull-width naïve №5')).toEqual([
    'the',
    'six',
    'p',
    's',
    'c',
    'full',
    'width',
    'naïve',
    'no5',
  ]);
});

test('a text that shares rare words is nearer than one that shares common words', () => {
  const { nearest } = indexTexts([
    'what is a cell',
    'eigenvalue and eigenvector',
    'what is a price',
    'what is a star',
    'what is a word',
  ]);
  expect(nearest('what is an eigenvalue of a matrix', 9)).toEqual([1, 0, 2, 3, 4]);
  expect(nearest('what is an eigenvalue of a matrix', 2)).toEqual([1, 0]);
});

test('of two texts with the same match, the shorter is nearer', () => {
  const { nearest } = indexTexts(['photosynthesis in the leaves of an oak', 'photosynthesis', 'oaks']);
  expect(nearest('photosynthesis', 2)).toEqual([1, 0]);
});

test('an indexed text finds the same by its position', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'oak', 'leaf', 'leaf'), { maxLength: 30 });
  const texts = fc.array(
    text.map((found) => found.join(' ')),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(texts, fc.nat(12), (all, count) => {
      const { nearest } = indexTexts(all);
      const byText = all.map((found) => nearest(found, count));
      expect(all.map((_, position) => nearest(position, count))).toEqual(byText);
    }),
  );
});
