import { describe, expect, test } from 'vitest';

import { findWords, isCommon, stem } from './words.js';

describe('words of a text', () => {
  test('are found with their places and without capitals, accents and possessives', () => {
    const text = "Newton’s Café: don't, H₂O = 4";
    const words = findWords(text);
    expect(words.map(({ key }) => key)).toEqual(['newton', 'cafe', 'dont', 'h2o', '4']);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Newton’s',
      'Café',
      "don't",
      'H₂O',
      '4',
    ]);
  });

  test('a mark that closes a quotation is not part of its last word', () => {
    const text = '‘two words’ here';
    expect(findWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['two', 'words', 'here']);
  });

  test('are found in any script', () => {
    expect(findWords('Что такое ДНК?').map(({ key }) => key)).toEqual(['что', 'такое', 'днк']);
  });
});

test.each([
  ['derivatives', 'derivative'],
  ['cities', 'city'],
  ['running', 'runs'],
  ['stopped', 'stops'],
  ['integrating', 'integrate'],
  ['boxes', 'box'],
  ['classes', 'class'],
  ['moved', 'moving'],
])('%s is a form of %s', (form, other) => {
  expect(stem(form)).toBe(stem(other));
});

test.each([
  ['analysis', 'analysed'],
  ['glass', 'gla'],
  ['virus', 'viru'],
  ['red', 'r'],
  ['king', 'k'],
  ['string', 'str'],
])('%s is no form of %s', (word, other) => {
  expect(stem(word)).not.toBe(stem(other));
});

test('common words say nothing, short ones may', () => {
  expect(['what', 'is', 'the'].every(isCommon)).toBe(true);
  expect(['c', 'x', 'dna'].some(isCommon)).toBe(false);
});
