import { plainLine } from '@/lib/answer/line';

/** Formulas up to this number of characters are not broken across lines. */
const unbrokenLength = 20;

/**
 * A title as one line of plain text: formulas as Unicode text, code without backticks. Lines above letters are
 * macrons, because the fonts of the letters have no overline.
 */
export function plainTitle(title: string): string {
  const unbroken = (formula: string) =>
    formula.length <= unbrokenLength ? formula.replaceAll(' ', '\u00a0') : formula;
  return plainLine(title, unbroken)
    .replace(/[^\S\u00a0]+/g, ' ')
    .replaceAll('\u0305', '\u0304')
    .trim();
}
