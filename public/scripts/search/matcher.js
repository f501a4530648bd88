import { findWords, isCommon, stem } from './words.js';

/** From this length on, the word that is being typed stands for all that begin with it. */
const shortestPrefix = 3;

/** More words make no search better, only slower. */
const mostTerms = 12;

/**
 * A word of a query.
 * @typedef {object} Term
 * @property {string} key
 * @property {string} beginning what all words that it can match begin with
 * @property {(key: string) => number} match 1 for the same word, less for other forms of it, 0 for others
 */

/**
 * What a query looks for: its words, each once, without the common ones. The last may be unfinished.
 * @param {string} query
 * @returns {Term[]}
 */
export function readQuery(query) {
  const words = findWords(query);
  const last = words.at(-1);
  const isTyping = last !== undefined && !/\s$/.test(query);
  const keys = [...new Set(words.map(({ key }) => key))].filter((key) => key !== '' && !isCommon(key));
  return keys.slice(0, mostTerms).map((key) => makeTerm(key, isTyping && key === last.key));
}

/**
 * @param {string} key
 * @param {boolean} isUnfinished
 * @returns {Term}
 */
function makeTerm(key, isUnfinished) {
  const trunk = stem(key);
  const isPrefix = isUnfinished && key.length >= shortestPrefix;
  return {
    key,
    beginning: sharedBeginning(key, trunk),
    match: (word) => {
      if (word === key) return 1;
      if (stem(word) === trunk) return 0.9;
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
