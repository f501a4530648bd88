import { describe, expect, test } from 'vitest';

import { findJoined, findWords, isCommon, isUnspacedLetter, stem } from './words.js';

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
  ['C++, C#, F# and A*', 'c++ c# f# and a*'],
  ['C++17 and g++', 'c++ 17 and g++'],
  ['C and B.', 'c and b'],
  ['Use .NET or ASP.NET (.net).', 'use .net or asp net .net'],
  ['The end. Next', 'the end next'],
  ['a*b, list* and # one', 'a b list and one'],
  ['0.1+0.2 is 1,000.5 times 3.', '0.1 0.2 is 1000.5 times 3'],
  ['E = mc^2, mc² and H₂O', 'e mc2 mc2 and h2o'],
  ['K_a, x_1 and snake_case', 'ka x1 and snake case'],
  ['λ and √2', 'lambda and sqrt 2'],
])('%s has the words %s', (text, keys) => {
  expect(
    findWords(text)
      .map(({ key }) => key)
      .join(' '),
  ).toBe(keys);
});

test.each([
  ['葉緑体', '葉緑 緑体 体'],
  ['DNAの複製', 'dna の複 複製 製'],
  ['光 水', '光 水'],
  ['ฝนตก', 'ฝน นต ตก ก'],
])('every two letters of %s are a word', (text, keys) => {
  const words = findWords(text);
  expect(words.map(({ key }) => key).join(' ')).toBe(keys);
  for (const { key, start, end } of words) expect(text.slice(start, end).toLowerCase()).toBe(key);
});

test('one letter is no word where no spaces are set, and any other is', () => {
  expect(['葉', 'ฝ'].map(isUnspacedLetter)).toEqual([true, true]);
  expect(['a', '1', '葉緑', ''].map(isUnspacedLetter)).toEqual([false, false, false, false]);
});

test('words with hyphens between them are one word as well', () => {
  const joined = (text: string) =>
    findJoined(text, findWords(text)).map(({ key, start, end }) => [key, text.slice(start, end)]);
  expect(joined('An X-ray, state-of-the-art')).toEqual([
    ['xray', 'X-ray'],
    ['stateoftheart', 'state-of-the-art'],
  ]);
  expect(joined('From 1914-1918 - not - a-b-c-d-e')).toEqual([]);
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
