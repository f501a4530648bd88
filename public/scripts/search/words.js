/** Words that are too common to be searched. */
const commonWords = new Set(
  (
    'a about an and any are as at be been but by can could did do does for from had has have how i if in into is it ' +
    'its me my of on or should so than that the their them then there these they this to us was we were what when ' +
    'where which who whose why will with would you your'
  ).split(' '),
);

/** A word of a text and its position. @typedef {{ key: string, start: number, end: number }} Word */

/**
 * Tokens that are one word: a name that begins with a period (.NET), a number with decimals, the root sign, a
 * name that ends with symbols (C++, C#, A*), a letter with an index (x_1), and letters and digits with an
 * exponent (mc^2).
 */
const oneWord = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}\p{Pe}.])\.\p{L}[\p{L}\p{N}]+`,
    String.raw`\d+(?:[.,]\d+)+(?![\p{L}\p{N}])`,
    '√',
    String.raw`[\p{L}\p{N}]+\+\+`,
    String.raw`\p{L}[#*](?![\p{L}\p{N}*])`,
    String.raw`\p{L}_[\p{L}\p{N}](?![\p{L}\p{N}_])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*(?:\^[\p{L}\p{N}]+)?`,
  ].join('|'),
  'gu',
);

/** Text in a script without spaces between words. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}][\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{M}]*/gu;

/**
 * The words of a text in their order. The key of a word is the same for different spellings: without
 * capitals, accents and possessive endings. In scripts without spaces, every two adjacent letters are a word,
 * and so is the last letter.
 *
 * @param {string} text
 * @returns {Word[]}
 */
export function findWords(text) {
  /** @type {Word[]} */
  const words = [];
  let end = 0;
  // Faster than `matchAll`. There are no letters or digits between two words, so the first occurrence is the
  // right one.
  for (const word of text.match(oneWord) ?? []) {
    const start = text.indexOf(word, end);
    end = start + word.length;
    if (/^[ -~]*$/.test(word) || word.search(unspaced) === -1) words.push(wordAt(word, start));
    else for (const part of splitUnspaced(word, start)) words.push(part);
  }
  return words;
}

/**
 * @param {string} word
 * @param {number} start
 * @returns {Word}
 */
function wordAt(word, start) {
  return { key: keyOf(word), start, end: start + word.replace(/['’]+$/, '').length };
}

/**
 * Splits a text without spaces, which may contain parts in scripts with spaces.
 *
 * @param {string} text
 * @param {number} offset
 * @returns {Word[]}
 */
function splitUnspaced(text, offset) {
  /** @type {Word[]} */
  const words = [];
  let done = 0;
  /** @param {number} end */
  const addSpaced = (end) => {
    const part = text.slice(done, end);
    if (/^[\p{L}\p{N}]/u.test(part)) words.push(wordAt(part, offset + done));
  };
  for (const { 0: run, index } of text.matchAll(unspaced)) {
    addSpaced(index);
    const letters = [...run.matchAll(/.\p{M}*/gsu)];
    for (const [place, { 0: letter, index: from }] of letters.entries()) {
      const pair = letter + (letters[place + 1]?.[0] ?? '');
      words.push({
        key: keyOf(pair),
        start: offset + index + from,
        end: offset + index + from + pair.length,
      });
    }
    done = index + run.length;
  }
  addSpaced(text.length);
  return words;
}

/**
 * Whether a key is a single letter of a script without spaces. It is only the beginning of words.
 *
 * @param {string} key
 */
export function isUnspacedLetter(key) {
  return /^.$/u.test(key) && key.search(unspaced) === 0;
}

/** Maximum number of words that are joined. */
const mostJoined = 4;

/**
 * Words joined from parts with hyphens: "xray" from "X-ray".
 *
 * @param {string} text
 * @param {readonly Word[]} words its words
 * @returns {Word[]}
 */
export function findJoined(text, words) {
  /** @type {Word[]} */
  const joined = [];
  /** @type {Word[]} */
  let row = [];
  for (const [place, word] of words.entries()) {
    row.push(word);
    const next = words[place + 1];
    if (next && /^[-‐‑]$/.test(text.slice(word.end, next.start))) continue;
    const [first] = row;
    if (first && row.length > 1 && row.length <= mostJoined && /\p{L}$/u.test(first.key)) {
      joined.push({ key: row.map(({ key }) => key).join(''), start: first.start, end: word.end });
    }
    row = [];
  }
  return joined;
}

/** Longer words are cut; this many characters distinguish them. */
const longestKey = 40;

/** @param {string} word */
function keyOf(word) {
  const lower = word.toLowerCase();
  const key = /^[a-z0-9]*$/.test(lower) ? lower : plain(lower);
  // Removes an unpaired surrogate at the end.
  return key.slice(0, longestKey).replace(/[\uD800-\uDBFF]$/, '');
}

/** Names of Greek letters as readers type them. */
const greek = new Map(
  (
    'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho ' +
    'σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega √ sqrt'
  )
    .split(' ')
    .flatMap((letter, place, all) => (place % 2 === 0 ? [[letter, all[place + 1] ?? '']] : [])),
);

/** @param {string} lower */
function plain(lower) {
  const key = lower
    .replace(/['’]s?$/, '')
    .replace(/['’^_]/g, '')
    .replace(/,(?=\d{3})/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return greek.get(key) ?? key;
}

/** Whether a word is too common to be searched. @param {string} key */
export function isCommon(key) {
  return commonWords.has(key);
}

/**
 * The stem of an English word: the same for "derivatives" and "derivative", "running" and "runs". It may not
 * be a word.
 *
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
