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
  const numbers = new Map<string, number>();
  // For each word, its texts and the number of occurrences in each alternately, then its texts and their
  // scores. Objects would take three times the memory.
  const postings: number[][] = [];
  const lengths: number[] = [];
  /** The numbers of the different words of each text. */
  const wordsOfTexts = texts.map((text, position) => {
    const found = words(text);
    lengths.push(found.length);
    const different: number[] = [];
    for (const word of found) {
      const number = numbers.get(word) ?? postings.push([]) - 1;
      numbers.set(word, number);
      const list = postings[number] ?? [];
      if (list[list.length - 2] === position) list[list.length - 1] = (list[list.length - 1] ?? 0) + 1;
      else {
        list.push(position, 1);
        different.push(number);
      }
    }
    return Uint32Array.from(different);
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, total);
  for (const list of postings) {
    const having = list.length / 2;
    const rarity = Math.log(1 + (total - having + 0.5) / (having + 0.5));
    for (let index = 0; index < list.length; index += 2) {
      const relativeLength = (lengths[list[index] ?? 0] ?? 0) / meanLength;
      list[index + 1] = rarity * wordWeight(list[index + 1] ?? 0, relativeLength);
    }
  }
  const wordsOf = (text: string | number): Iterable<number> =>
    typeof text === 'number'
      ? (wordsOfTexts[text] ?? [])
      : new Set(words(text).flatMap((word) => numbers.get(word) ?? []));

  // One array for all queries, because a map of the scored texts takes longer. Outside a query, all its
  // values are 0.
  const scores = new Float64Array(total);
  const nearest = (text: string | number, count: number): number[] => {
    const scored: number[] = [];
    const rarest = Array.from(wordsOf(text), (number) => postings[number] ?? [])
      .sort((a, b) => a.length - b.length)
      .slice(0, comparedWords);
    for (const found of rarest) {
      for (let index = 0; index < found.length; index += 2) {
        const other = found[index] ?? 0;
        const known = scores[other] ?? 0;
        // No score of a word is 0.
        if (known === 0) scored.push(other);
        scores[other] = known + (found[index + 1] ?? 0);
      }
    }
    const best = highest(scored, scores, count);
    for (const other of scored) scores[other] = 0;
    return best;
  };
  return { nearest };
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
