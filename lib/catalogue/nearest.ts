import { wordWeight } from '@/lib/bm25';

/**
 * Only the rarest words of a text are compared. Common words rarely change the first result but take most of
 * the time.
 */
const comparedWords = 16;

/** Finds the most similar texts, ranked by BM25. */
export interface NearestIndex {
  /**
   * Positions of up to `count` texts that share a word with a text, the most similar first; among equals, the
   * one with the lowest position first.
   *
   * @param text any text, or the position of an indexed one, which is found faster
   */
  nearest: (text: string | number, count: number) => number[];
}

export function words(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

export function indexTexts(texts: readonly string[]): NearestIndex {
  // Does not keep a reference to the texts.
  const total = texts.length;
  const { numbers, starts, wordsOfTexts, times, lengths } = countWords(texts);
  // The texts of each word in their order, and the word's score in each. The arrays contain one word after the
  // other: with a list for each word, building the index takes almost twice as long.
  const postingStarts = positionsOf(wordsOfTexts, numbers.size);
  const postingTexts = new Uint32Array(wordsOfTexts.length);
  const postingScores = new Float64Array(wordsOfTexts.length);
  const countOf = (word: number) => (postingStarts[word + 1] ?? 0) - (postingStarts[word] ?? 0);
  const rarities = Float64Array.from({ length: numbers.size }, (_, word) => {
    const having = countOf(word);
    return Math.log(1 + (total - having + 0.5) / (having + 0.5));
  });
  const next = postingStarts.slice();
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, total);
  for (let text = 0; text < total; text += 1) {
    const relativeLength = (lengths[text] ?? 0) / meanLength;
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      const word = wordsOfTexts[at] ?? 0;
      const posting = next[word] ?? 0;
      next[word] = posting + 1;
      postingTexts[posting] = text;
      postingScores[posting] = (rarities[word] ?? 0) * wordWeight(times[at] ?? 0, relativeLength);
    }
  }
  const wordsOf = (text: string | number): Iterable<number> =>
    typeof text === 'number'
      ? wordsOfTexts.subarray(starts[text], starts[text + 1])
      : new Set(words(text).flatMap((word) => numbers.get(word) ?? []));

  // One array for all queries, because a map of the scored texts takes longer. Outside a query, all its
  // values are 0.
  const scores = new Float64Array(total);
  const nearest = (text: string | number, count: number): number[] => {
    const scored: number[] = [];
    const rarest = Array.from(wordsOf(text))
      .sort((a, b) => countOf(a) - countOf(b))
      .slice(0, comparedWords);
    for (const word of rarest) {
      for (let at = postingStarts[word] ?? 0; at < (postingStarts[word + 1] ?? 0); at += 1) {
        const other = postingTexts[at] ?? 0;
        const known = scores[other] ?? 0;
        // No score of a word is 0.
        if (known === 0) scored.push(other);
        scores[other] = known + (postingScores[at] ?? 0);
      }
    }
    const best = highest(scored, scores, count);
    for (const other of scored) scores[other] = 0;
    return best;
  };
  return { nearest };
}

/** The words of texts by number, one text after the other. */
interface CountedWords {
  numbers: ReadonlyMap<string, number>;
  /** For each text, the position of its first word in `wordsOfTexts`, then the number of all words. */
  starts: Uint32Array;
  /** The different words of each text, in the order in which they first occur. */
  wordsOfTexts: Uint32Array;
  /** How often each of them occurs in its text. */
  times: Uint32Array;
  /** The number of words of each text. */
  lengths: Uint32Array;
}

function countWords(texts: readonly string[]): CountedWords {
  const numbers = new Map<string, number>();
  const starts = new Uint32Array(texts.length + 1);
  const lengths = new Uint32Array(texts.length);
  const wordsOfTexts: number[] = [];
  const times: number[] = [];
  /** For each word, its last position in `wordsOfTexts`. */
  const last: number[] = [];
  for (const [text, content] of texts.entries()) {
    const start = wordsOfTexts.length;
    const found = words(content);
    starts[text] = start;
    lengths[text] = found.length;
    for (const word of found) {
      const number = numbers.get(word) ?? last.push(-1) - 1;
      const known = last[number] ?? -1;
      if (known === -1) numbers.set(word, number);
      if (known >= start) times[known] = (times[known] ?? 0) + 1;
      else {
        last[number] = wordsOfTexts.push(number) - 1;
        times.push(1);
      }
    }
  }
  starts[texts.length] = wordsOfTexts.length;
  return {
    numbers,
    starts,
    wordsOfTexts: Uint32Array.from(wordsOfTexts),
    times: Uint32Array.from(times),
    lengths,
  };
}

/** For each number below `count`, how many of the values are smaller; then the number of all values. */
function positionsOf(values: Uint32Array, count: number): Uint32Array {
  const positions = new Uint32Array(count + 1);
  for (const value of values) positions[value + 1] = (positions[value + 1] ?? 0) + 1;
  for (let value = 0; value < count; value += 1) {
    positions[value + 1] = (positions[value + 1] ?? 0) + (positions[value] ?? 0);
  }
  return positions;
}

/** The texts with the highest scores; of equal ones, those with the lowest position. */
function highest(scored: readonly number[], scores: Float64Array, count: number): number[] {
  const scoreOf = (text: number) => scores[text] ?? 0;
  const isBefore = (a: number, b: number) => scoreOf(a) > scoreOf(b) || (scoreOf(a) === scoreOf(b) && a < b);
  const best: number[] = [];
  for (const text of scored) {
    const last = best.at(-1);
    if (best.length === count && last !== undefined && !isBefore(text, last)) continue;
    const place = best.findIndex((other) => isBefore(text, other));
    best.splice(place === -1 ? best.length : place, 0, text);
    best.length = Math.min(best.length, count);
  }
  return best;
}
