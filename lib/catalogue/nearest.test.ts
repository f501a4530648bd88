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
  const { scores } = indexTexts([
    'what is an eigenvalue of a matrix',
    'what is a cell',
    'eigenvalue and eigenvector',
    'what is a price',
    'what is a star',
  ]);
  const [itself, common, rare] = scores(0);
  expect(itself).toBe(0);
  expect(rare).toBeGreaterThan(common ?? 0);
  expect(common).toBeGreaterThan(0);
});

test('of two texts with the same match, the shorter is nearer', () => {
  const { scores } = indexTexts([
    'photosynthesis',
    'photosynthesis',
    'photosynthesis in the leaves of an oak',
  ]);
  const [, short = 0, long = 0] = scores(0);
  expect(short).toBeGreaterThan(long);
});
