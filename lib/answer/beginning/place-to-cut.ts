import { sentenceEnds } from './sentences';

/** A range of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** A place at which a text is cut. */
export interface Cut {
  /** Offset in UTF-16 units, at least 1. */
  end: number;
  /** Whether a sentence ends there. If not, an ellipsis is needed. */
  isSentence: boolean;
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Maximum length above `length` that completes a sentence. */
export function tolerance(length: number): number {
  return Math.floor(length / 3);
}

/**
 * Finds the place to cut a text to about `length` characters: the nearest end of a sentence between a third
 * and four thirds of the length or, if there is none, the end of the last word that fits.
 *
 * @param text on one line, without spaces at its end
 * @param whole ranges that must not be cut, in order
 * @returns undefined if nothing fits
 */
export function placeToCut(text: string, whole: readonly Stretch[], length: number): Cut | undefined {
  if (text.length === 0) return undefined;
  if (text.length <= length) return { end: text.length, isSentence: true };
  const latest = length + tolerance(length);
  const ends = allowedEnds(text, whole, latest);
  const before = ends.findLast((end) => end <= length) ?? 0;
  const after = ends.find((end) => end > length);
  if (after !== undefined && after - length < length - before) return { end: after, isSentence: true };
  if (before >= length / 3) return { end: before, isSentence: true };
  if (after !== undefined) return { end: after, isSentence: true };
  const end = wordEnd(text, whole, length);
  return end > 0 ? { end, isSentence: false } : undefined;
}

/** Finds the end of the first sentence; like {@link placeToCut} if that sentence is too long. */
export function firstSentence(text: string, whole: readonly Stretch[], length: number): Cut | undefined {
  const [end] = allowedEnds(text, whole, length + tolerance(length));
  return end === undefined ? placeToCut(text, whole, length) : { end, isSentence: true };
}

/** The ends of sentences up to an offset, except those within the given ranges. */
export function allowedEnds(text: string, whole: readonly Stretch[], latest: number): number[] {
  // The search is limited, because a paragraph may be as long as a file. The end of the limited text is not
  // the end of a sentence.
  const near = text.slice(0, 2 * latest);
  return [...sentenceEnds(near)].filter((end) => end <= latest && isAllowed(end, whole));
}

function isAllowed(offset: number, whole: readonly Stretch[]): boolean {
  return !whole.some(({ start, end }) => start < offset && offset < end);
}

/** The end of the last word that fits; 0 if none does. */
function wordEnd(text: string, whole: readonly Stretch[], length: number): number {
  const near = text.slice(0, 2 * length);
  const boundary = (boundaries: Iterable<number>) => {
    let last = 0;
    for (const end of boundaries) {
      if (end > length) break;
      if (isAllowed(end, whole)) last = end;
    }
    return last;
  };
  // Chinese and Japanese have no spaces, and a text such as an address may have no words; both are cut
  // between characters.
  const end =
    [spaces(near), boundariesIn(words, near)].map(boundary).find((place) => place > length / 2) ??
    boundary(boundariesIn(characters, near));
  const earliest = whole.findLast((stretch) => stretch.end <= end)?.end ?? 0;
  const hanging = /[\s\p{Pd}\p{Ps}\p{Pi},;:]*$/u.exec(text.slice(earliest, end))?.[0].length ?? 0;
  return end - hanging;
}

function* spaces(text: string): Generator<number> {
  for (const { index } of text.matchAll(/ +/g)) yield index;
}

function* boundariesIn(segmenter: Intl.Segmenter, text: string): Generator<number> {
  for (const { segment, index } of segmenter.segment(text)) yield index + segment.length;
}
