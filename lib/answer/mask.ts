import { firstPosition } from '@/lib/first-position';
import { findSpans, type Span, type Formula } from './spans';

/**
 * Three of Unicode's noncharacters. They replace the characters of a formula one by one, so that Markdown
 * sees a word of the same length instead of emphasis, tables or tags.
 */
const start = '\uFDD0';
const middle = '\uFDD1';
const end = '\uFDD2';

const masks = new RegExp(`${start}${middle}*${end}`, 'g');

/** An answer with masked formulas. Offsets in both texts are the same. */
export interface MaskedAnswer {
  text: string;
  masked: string;
  /** By start offset, in ascending order. */
  formulas: ReadonlyMap<number, Formula>;
  /** The start offsets of the formulas. */
  offsets: readonly number[];
}

/** Masks every formula of an answer. @param spans result of {@link findSpans} */
export function maskFormulas(markdown: string, spans: readonly Span[] = findSpans(markdown)): MaskedAnswer {
  // The other noncharacters replace single characters, see `prose/mask-characters`.
  const text = markdown.replace(/[\uFDD0-\uFDD2\uFDD8-\uFDDB]/g, '\uFFFD');
  const formulas = new Map<number, Formula>();
  let masked = '';
  for (const span of spans) {
    if (span.kind !== 'formula') continue;
    const { start: from, end: to } = span;
    formulas.set(from, span);
    masked += text.slice(masked.length, from) + start + middle.repeat(to - from - 2) + end;
  }
  return { text, masked: masked + text.slice(masked.length), formulas, offsets: [...formulas.keys()] };
}

/** The offsets of masks in the masked text from `from` to `to`. */
export function maskOffsets({ formulas, offsets }: MaskedAnswer, from: number, to: number): number[] {
  const found: number[] = [];
  for (let index = firstPosition(offsets, (start) => start >= from); index < offsets.length; index += 1) {
    const offset = offsets[index] ?? 0;
    if ((formulas.get(offset)?.end ?? 0) > to) break;
    found.push(offset);
  }
  return found;
}

/** Whether a mask begins in the masked text from `from` to `to`. */
export function hasMask({ offsets }: MaskedAnswer, from: number, to: number): boolean {
  return (offsets[firstPosition(offsets, (start) => start >= from)] ?? Infinity) < to;
}

/** Splits a text at its masks. Returns one more text than there are masks. */
export function splitAtMasks(text: string): string[] {
  return text.split(masks);
}
