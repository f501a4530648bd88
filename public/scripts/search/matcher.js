import { findJoined, findWords, isCommon, isUnspacedLetter, stem } from './words.js';

/** @typedef {import('./words.js').Word} Word */

/** From this length on, the last word of a query also matches all words that begin with it. */
const shortestPrefix = 3;

/** More words make searches slower, not better. */
const mostTerms = 12;

/** Maximum length of the first of two words that may be written as one: "x ray", "e mail", "non linear". */
const longestJoined = 3;

/**
 * A word of a query.
 * @typedef {object} Term
 * @property {string} key
 * @property {string[]} prefixes prefixes of words: each word that it can match has one of them
 * @property {(key: string) => number} match 1 for the same word, less for other forms of it, 0 for others
 */

/**
 * The terms of a query: its words without duplicates and common words. The last word may be incomplete. Words
 * that may be joined are searched in both spellings.
 *
 * @param {string} query
 * @returns {Term[]}
 */
export function readQuery(query) {
  const all = findWords(query);
  // The last letter of a text without spaces is part of the previous word.
  const words = all.filter(({ end }, place) => end > (all[place - 1]?.end ?? 0));
  const last = words.at(-1);
  const isTyping = last !== undefined && !/\s$/.test(query);
  /** @type {Map<string, string[]>} */
  const joined = new Map();
  for (const { key, start, end } of [...findJoined(query, words), ...findPairs(query, words)]) {
    for (const word of words) {
      if (word.start < start || word.end > end) continue;
      joined.set(word.key, [...(joined.get(word.key) ?? []), key]);
    }
  }
  const keys = [...new Set(words.map(({ key }) => key))].filter((key) => key !== '' && !isCommon(key));
  return keys
    .slice(0, mostTerms)
    .map((key) => makeTerm(key, isTyping && key === last.key, joined.get(key) ?? []));
}

/**
 * Pairs of adjacent words that may be written as one.
 *
 * @param {string} query
 * @param {readonly Word[]} words
 * @returns {Word[]}
 */
function findPairs(query, words) {
  return words.flatMap((word, place) => {
    const next = words[place + 1];
    if (!next || query.slice(word.end, next.start) !== ' ') return [];
    if (word.key.length > longestJoined || isCommon(word.key) || isCommon(next.key)) return [];
    return [{ key: word.key + next.key, start: word.start, end: next.end }];
  });
}

/**
 * @param {string} key
 * @param {boolean} isUnfinished
 * @param {readonly string[]} joined spellings as one word together with others
 * @returns {Term}
 */
function makeTerm(key, isUnfinished, joined) {
  const trunk = stem(key);
  const isPrefix = (isUnfinished && key.length >= shortestPrefix) || isUnspacedLetter(key);
  const trunks = joined.map(stem);
  return {
    key,
    prefixes: [[key, trunk], ...joined.map((word) => [word, stem(word)])].map(([word = '', its = '']) =>
      sharedBeginning(word, its),
    ),
    match: (word) => {
      if (word === key || joined.includes(word)) return 1;
      const its = stem(word);
      if (its === trunk || trunks.includes(its)) return 0.9;
      return isPrefix && word.startsWith(key) ? 0.6 : 0;
    },
  };
}

/**
 * @param {string} a
 * @param {string} b
 */
function sharedBeginning(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}
