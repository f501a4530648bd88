import { plainLine } from '@/lib/answer/line';

/** Formulas of up to so many characters stay on one line. */
const unbrokenLength = 20;

/** A title on one line of plain characters: formulas as text, code without its backquotes. */
export function plainTitle(title: string): string {
  const unbroken = (formula: string) =>
    formula.length <= unbrokenLength ? formula.replaceAll(' ', '\u00a0') : formula;
  return plainLine(title, unbroken)
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
}
