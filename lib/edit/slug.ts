import anyAscii from 'any-ascii';

import { limits } from '@/lib/limits';

/**
 * Symbols that carry meaning in a question, with their words. Among symbols with a common beginning, the
 * longest is first.
 */
const signs: [sign: RegExp, word: string][] = [
  [/°\s*C\b/g, 'degrees celsius'],
  [/°\s*F\b/g, 'degrees fahrenheit'],
  [/°/g, 'degrees'],
  [/(?<=\p{L})[#♯]/gu, 'sharp'],
  [/(?<=[\p{L}\p{N}])\*/gu, 'star'],
  [/\+/g, 'plus'],
  [/&/g, 'and'],
  [/%/g, 'percent'],
  [/‰/g, 'per mille'],
  [/(?<=\s)[−-](?=[\s\p{L}\p{N}])/gu, 'minus'],
  [/=/g, 'equals'],
  [/≠/g, 'does not equal'],
  [/</g, 'less than'],
  [/>/g, 'greater than'],
  [/×/g, 'times'],
  [/÷/g, 'divided by'],
  [/√/g, 'root'],
  [/∞/g, 'infinity'],
  [/π/g, 'pi'],
];

/** Scripts whose characters have several readings, so that no table can transliterate them. */
const ambiguous = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The words of a question in ASCII letters: symbols become words, and other scripts are transliterated.
 * Returns few words or none for ambiguous scripts.
 */
export function slugWords(question: string): string[] {
  const spoken = signs.reduce(
    (text, [sign, word]) => text.replace(sign, ` ${word} `),
    question
      .normalize('NFKC')
      .replace(/[\p{Extended_Pictographic}'’]/gu, (sign) => (/\p{N}/u.test(sign) ? sign : '')),
  );
  if (ambiguous.test(spoken)) return [];
  return (
    anyAscii(spoken)
      .toLowerCase()
      .replaceAll("'", '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

/**
 * The slug of a question: its words, cut after a whole word if it would be too long. Empty if no slug can be
 * derived.
 */
export function slugOf(question: string): string {
  let slug = '';
  for (const word of slugWords(question)) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > limits.slugLength) break;
    slug = longer;
  }
  return slug;
}

/** Derives a free slug from one that is taken. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  let number = 2;
  while (isTaken(numbered(slug, number))) number += 1;
  return numbered(slug, number);
}

function numbered(slug: string, number: number): string {
  const ending = `-${number}`;
  return slug.slice(0, limits.slugLength - ending.length).replace(/-+$/, '') + ending;
}
