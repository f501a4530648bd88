import { sentenceEnds } from './sentences';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** Where a text is cut. */
export interface Cut {
  /** In UTF-16 units; never 0. */
  end: number;
  /** Whether a sentence ends there. If not, the reader has to be shown that it goes on. */
  isSentence: boolean;
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a text that is cut at `length` may be longer, so that a sentence is whole. */
export function tolerance(length: number): number {
  return Math.floor(length / 3);
}

/**
 * Where to cut a text that shall have about `length` characters: at the nearest end of a sentence, if there is one
 * between a third and four thirds of the length; otherwise behind the last word that fits.
 *
 * @param text on one line, without spaces at its end
 * @param whole stretches that are shown whole or not at all, in their order
 * @returns undefined when nothing can be shown
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

/**
 * Where to cut a text behind its first sentence; like {@link placeToCut} where that is longer than that would be.
 */
export function firstSentence(text: string, whole: readonly Stretch[], length: number): Cut | undefined {
  const [end] = allowedEnds(text, whole, length + tolerance(length));
  return end === undefined ? placeToCut(text, whole, length) : { end, isSentence: true };
}

/** Ends of sentences up to an offset, but for those within one of the stretches. */
export function allowedEnds(text: string, whole: readonly Stretch[], latest: number): number[] {
  // Beyond that nothing is looked for: a paragraph may be as long as a file. The end of what is looked at is none.
  const near = text.slice(0, 2 * latest);
  return [...sentenceEnds(near)].filter((end) => end <= latest && isAllowed(end, whole));
}

function isAllowed(offset: number, whole: readonly Stretch[]): boolean {
  return !whole.some(({ start, end }) => start < offset && offset < end);
}

/** Behind the last word that fits; 0 where none does. */
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
  // Chinese and Japanese have no spaces; a text without words, such as an address, is cut between characters.
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
