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
 * What is one word: a name that begins with a period (.NET), a number with its decimals, the sign of a root, a name that
 * ends with signs (C++, C#, A*), a letter with an index (x_1), and letters and digits, with an exponent (mc^2).
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

/** A text in one of the scripts that set no spaces between words. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}][\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{M}]*/gu;

/**
 * The words of a text in their order, each with the key that spellings of the same word share: no capitals, no accents, no
 * possessive. Where a script sets no spaces between words, every two letters in a row are one, and so is the last letter.
 *
 * @param {string} text
 * @returns {Word[]}
 */
export function findWords(text) {
  /** @type {Word[]} */
  const words = [];
  let end = 0;
  // Faster than `matchAll`. Between two words is no letter or digit, so the place of the next is where it is found first.
  for (const word of text.match(oneWord) ?? []) {
    const start = text.indexOf(word, end);
    end = start + word.length;
    if (/^[ -~]*$/.test(word) || word.search(unspaced) === -1) words.push(wordAt(word, start));
    else words.push(...splitUnspaced(word, start));
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
 * The words of a text without spaces, of which parts may be in a script with spaces.
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
 * Whether a key is one letter of a script without spaces: words there begin with it, and it is no word by itself.
 * @param {string} key
 */
export function isUnspacedLetter(key) {
  return /^.$/u.test(key) && key.search(unspaced) === 0;
}

/** Words that are joined to one are at most so many. */
const mostJoined = 4;

/**
 * The words that words with hyphens between them are one spelling of: "xray" of "X-ray".
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

/** What is longer is no word of a language; so many characters tell it from others. */
const longestKey = 40;

/** @param {string} word */
function keyOf(word) {
  const lower = word.toLowerCase();
  const key = /^[a-z0-9]*$/.test(lower) ? lower : plain(lower);
  // Half a character is none.
  return key.slice(0, longestKey).replace(/[\uD800-\uDBFF]$/, '');
}

/** The names of the letters of Greek, as readers type them. */
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
