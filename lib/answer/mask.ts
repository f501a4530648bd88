import { findContexts, type Context, type Formula } from './contexts';

/**
 * Three of the code points that Unicode reserves for use inside a program. They stand in for a formula, one for one, so
 * that Markdown sees a word of the same length and finds neither emphasis nor tables nor tags in it.
 */
const start = '\uFDD0';
const middle = '\uFDD1';
const end = '\uFDD2';

const masks = new RegExp(`${start}${middle}*${end}`, 'g');

/** An answer whose formulas are out of sight. Offsets in both texts are the same. */
export interface MaskedAnswer {
  text: string;
  masked: string;
  /** By the offset at which they start. */
  formulas: ReadonlyMap<number, Formula>;
}

/**
 * Covers every formula of an answer in Markdown.
 *
 * @param contexts what {@link findContexts} finds in it
 */
export function maskFormulas(
  markdown: string,
  contexts: readonly Context[] = findContexts(markdown),
): MaskedAnswer {
  const text = markdown.replace(/[\uFDD0-\uFDD2]/g, '\uFFFD');
  const formulas = new Map<number, Formula>();
  let masked = '';
  for (const context of contexts) {
    if (context.kind !== 'formula') continue;
    const { start: from, end: to } = context;
    formulas.set(from, context);
    masked += text.slice(masked.length, from) + start + middle.repeat(to - from - 2) + end;
  }
  return { text, masked: masked + text.slice(masked.length), formulas };
}

/** The offsets at which masks start in the masked text from `from` to `to`. */
export function maskOffsets({ masked }: MaskedAnswer, from: number, to: number): number[] {
  return [...masked.slice(from, to).matchAll(masks)].map(({ index }) => from + index);
}

/** Splits a text at its masks: what stands between them, always one more than there are masks. */
export function splitAtMasks(text: string): string[] {
  return text.split(masks);
}
