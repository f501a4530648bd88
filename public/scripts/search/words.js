/** Words so common that they say nothing about what a reader looks for. */
const commonWords = new Set(
  (
    'a about an and any are as at be been but by can could did do does for from had has have how i if in into is it ' +
    'its me my of on or should so than that the their them then there these they this to us was we were what when ' +
    'where which who whose why will with would you your'
  ).split(' '),
);

/**
 * A word of a text, and where it stands.
 * @typedef {{ key: string, start: number, end: number }} Word
 */

/**
 * The words of a text in their order, each with the key that spellings of the same word share: no capitals, no
 * accents, no possessive.
 * @param {string} text
 * @returns {Word[]}
 */
export function findWords(text) {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu)].map(({ 0: word, index }) => ({
    key: keyOf(word),
    start: index,
    end: index + word.replace(/['’]+$/, '').length,
  }));
}

/** What is longer is no word of a language; so many characters tell it from others. */
const longestKey = 40;

/** @param {string} word */
function keyOf(word) {
  const lower = word.toLowerCase();
  const key = /^[a-z0-9]*$/.test(lower) ? lower : plain(lower);
  // Half a character is none.
  return key.slice(0, longestKey).replace(/[\uD800-\uDBFF]$/, '');
}

/** @param {string} lower */
function plain(lower) {
  return lower
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/**
 * Whether a word says nothing about what a text is about.
 * @param {string} key
 */
export function isCommon(key) {
  return commonWords.has(key);
}

/**
 * What the forms of an English word have in common: "derivatives" and "derivative", "running" and "runs". It need not
 * be a word.
 * @param {string} key
 * @returns {string}
 */
export function stem(key) {
  let word = key;
  if (word.length < 4) return word;
  if (/[^aeious]ies$/.test(word)) word = `${word.slice(0, -3)}y`;
  else if (/(ss|x|ch|sh|z)es$/.test(word)) word = word.slice(0, -2);
  else if (/[^siu]s$/.test(word)) word = word.slice(0, -1);
  const [, trunk] = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word) ?? [];
  if (trunk !== undefined && trunk.length >= 3) word = trunk.replace(/([^aeioulsz])\1$/, '$1');
  if (word.length > 3) word = word.replace(/e$/, '').replace(/([^aeiou])i$/, '$1y');
  return word;
}
