import { expect, test } from 'vitest';

import { countSlips, guessWords } from './spelling.js';

test.each([
  ['mitosis', 'mitosis', 0],
  ['mitsis', 'mitosis', 1],
  ['miitosis', 'mitosis', 1],
  ['mitozis', 'mitosis', 1],
  ['mitsois', 'mitosis', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('%s is so many slips from %s', (a, b, slips) => {
  expect(countSlips(a, b)).toBe(slips);
  expect(countSlips(b, a)).toBe(slips);
});

test('the nearest word was meant, of equals the most used', () => {
  expect(guessWords('photosinthesys', ['photosynthesis'])).toEqual(['photosynthesis']);
  expect(guessWords('heet', ['feet', 'heat', 'sheets'])).toEqual(['feet', 'heat']);
  expect(guessWords('heet', ['heat', 'feet', 'sheets'])).toEqual(['heat', 'feet']);
});

test('what no slip explains has no guess, nor has what is too short to tell', () => {
  expect(guessWords('zzzzqq', ['photosynthesis', 'heat'])).toEqual([]);
  expect(guessWords('dma', ['dna'])).toEqual([]);
});
