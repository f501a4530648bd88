/**
 * The edit distance of two words: insertions, deletions, substitutions, and exchanges of adjacent letters
 * (optimal string alignment).
 *
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
export function countSlips(a, b) {
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + other);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/**
 * The words that were most likely meant, most likely first; empty if none is near enough.
 *
 * @param {string} word
 * @param {readonly string[]} known in order of frequency; among equally near words, the more frequent one
 *   is first
 * @returns {string[]}
 */
export function guessWords(word, known) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  return known
    .filter((other) => Math.abs(other.length - word.length) <= most)
    .map((other) => ({ other, slips: countSlips(word, other) }))
    .filter(({ slips }) => slips > 0 && slips <= most)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, 3)
    .map(({ other }) => other);
}
