import { findJoined, findWords } from './words.js';

/** @typedef {import('./matcher.js').Term} Term */

/**
 * A piece of text, marked where it is what the reader looks for.
 * @typedef {{ text: string, marked: boolean }} Piece
 */

/** Number of words in an excerpt, and before its first match. */
const excerptWords = 32;
const wordsBefore = 6;

/**
 * Splits a text into pieces and marks the words that match a query.
 *
 * @param {string} text
 * @param {readonly Term[]} terms
 * @returns {Piece[]}
 */
export function markMatches(text, terms) {
  /** @type {Piece[]} */
  const pieces = [];
  let done = 0;
  /** @param {number} start @param {number} end @param {boolean} marked */
  const add = (start, end, marked) => {
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += text.slice(start, end);
    else if (end > start) pieces.push({ text: text.slice(start, end), marked });
    done = end;
  };
  const words = findWords(text);
  const all = [...words, ...findJoined(text, words)].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { key, start, end } of all) {
    if (end <= done || !terms.some(({ match }) => match(key) > 0)) continue;
    if (start > done) add(done, start, false);
    // Words in scripts without spaces overlap.
    add(done, end, true);
  }
  add(done, text.length, false);
  return pieces;
}

/**
 * The passage of about thirty words with the most words of a query.
 *
 * @param {string} text
 * @param {readonly Term[]} terms
 * @returns {Piece[]}
 */
export function makeExcerpt(text, terms) {
  const words = findWords(text);
  const hits = words.map(({ key }) => terms.findIndex(({ match }) => match(key) > 0));
  let best = 0;
  let bestCount = 0;
  for (const [index, hit] of hits.entries()) {
    if (hit === -1) continue;
    const within = hits.slice(index, index + excerptWords - wordsBefore).filter((other) => other !== -1);
    // A different word counts more than a repeated one.
    const count = 10 * new Set(within).size + within.length;
    if (count > bestCount) [best, bestCount] = [index, count];
  }
  const first = Math.max(0, Math.min(best - wordsBefore, words.length - excerptWords));
  const last = first + excerptWords - 1;
  const start = first === 0 ? 0 : (words[first]?.start ?? 0);
  const end = last >= words.length - 1 ? text.length : (words[last]?.end ?? text.length);
  const before = start === 0 ? '' : '… ';
  const after = end === text.length ? '' : ' …';
  return markMatches(before + text.slice(start, end) + after, terms);
}
