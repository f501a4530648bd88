import fc from 'fast-check';
import { expect, test } from 'vitest';

import { findJoined, findWords, isCommon } from '@/public/scripts/search/words.js';
import { WordList } from './word-list';

/** The words of a whole text, sorted. */
function wordsOf(text: string): string[] {
  const words = findWords(text);
  return [...words, ...findJoined(text, words)]
    .map(({ key }) => key)
    .filter((key) => key !== '' && !isCommon(key))
    .sort();
}

const wordsIn = (list: WordList, text: string): string[] =>
  list
    .numbersOf(text)
    .map((number) => list.words[number] ?? '')
    .sort();

const pieces = [
  'the',
  'cell',
  'X-ray',
  '-',
  '‑',
  'C++',
  '.NET',
  'x_1',
  'mc^2',
  '3.14',
  'don’t',
  'é',
  '葉はなぜ',
  'π',
];
const texts = fc
  .array(
    fc.oneof(fc.constantFrom(...pieces, ' ', '\n', '\u00a0'), fc.string({ unit: 'grapheme', maxLength: 4 })),
  )
  .map((parts) => parts.join(''));

test('the words of a text are those that a search finds in it, however often they are read', () => {
  const list = new WordList();
  fc.assert(
    fc.property(texts, (text) => {
      expect(wordsIn(list, text)).toEqual(wordsOf(text));
      expect(wordsIn(list, text)).toEqual(wordsOf(text));
    }),
  );
});

test('parts of texts with the same hash are not confused', () => {
  const list = new WordList();
  // 31 * "B" + "b" is 31 * "C" + "C".
  for (const text of ['Bb', 'CC', 'Bb CC', 'CC Bb']) expect(wordsIn(list, text)).toEqual(wordsOf(text));
});

test('parts that are too long or have too many words to be kept are read each time', () => {
  const list = new WordList();
  const long = 'abcdefghijklmnopqrstuvwxyz';
  for (const text of [long, long.slice(2), 'a1-b2-c3-d4-e5', 'x2y'.repeat(8), long]) {
    expect(wordsIn(list, text)).toEqual(wordsOf(text));
    expect(wordsIn(list, text)).toEqual(wordsOf(text));
  }
});

test('each word has one number', () => {
  const list = new WordList();
  const [cell] = list.numbersOf('cell');
  expect(list.numbersOf('Cell, CELL')).toEqual([cell, cell]);
  expect(list.numberOf('cell')).toBe(cell);
  expect(list.numberOf('tort')).toBeUndefined();
});
