import anyAscii from 'any-ascii';

import { limits } from '@/lib/limits';

/** Signs that carry the meaning of a question, as words; those of one sign that begin alike stand in order of length. */
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

/** Scripts whose signs are read in several ways, so that no table can say how. */
const ambiguous = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words of a question in the letters of addresses: signs as words, other scripts in Latin letters. Few or none of scripts that cannot be told. */
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

/** The slug of a question: its words, shortened to whole ones where it would be too long. Empty where it has to be asked for. */
export function slugOf(question: string): string {
  let slug = '';
  for (const word of slugWords(question)) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > limits.slugLength) break;
    slug = longer;
  }
  return slug;
}

/** A slug that is free, made of one that is not. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  let number = 2;
  while (isTaken(numbered(slug, number))) number += 1;
  return numbered(slug, number);
}

function numbered(slug: string, number: number): string {
  const ending = `-${number}`;
  return slug.slice(0, limits.slugLength - ending.length).replace(/-+$/, '') + ending;
}
