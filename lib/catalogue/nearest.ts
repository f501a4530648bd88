import { wordWeight } from '@/lib/bm25';

/**
 * Only the rarest words of a text are compared. Common words rarely change the first result but take most of
 * the time.
 */
const comparedWords = 16;

/** Finds the most similar texts, ranked by BM25. */
export interface NearestIndex {
  /**
   * Positions of up to `count` texts that share a word with `text`, the most similar first; among equals, the
   * one with the lowest position first.
   */
  nearest: (text: string, count: number) => number[];
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
  const bags = texts.map(countWords);
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, total);
  // Alternates position and number of occurrences. Objects would take three times the memory.
  const postings = new Map<string, number[]>();
  bags.forEach((bag, text) => {
    for (const [word, count] of bag) {
      const list = postings.get(word);
      if (list) list.push(text, count);
      else postings.set(word, [text, count]);
    }
  });

  // One array for all queries, because a map of the scored texts takes longer. Outside a query, all its
  // values are 0.
  const scores = new Float64Array(total);
  const nearest = (query: string, count: number): number[] => {
    const scored: number[] = [];
    const rarest = [...new Set(words(query))]
      .map((word) => postings.get(word) ?? [])
      .filter((found) => found.length > 0)
      .sort((a, b) => a.length - b.length)
      .slice(0, comparedWords);
    for (const found of rarest) {
      const having = found.length / 2;
      const rarity = Math.log(1 + (total - having + 0.5) / (having + 0.5));
      for (let index = 0; index < found.length; index += 2) {
        const text = found[index] ?? 0;
        const times = found[index + 1] ?? 0;
        const relativeLength = (lengths[text] ?? 0) / meanLength;
        const score = rarity * wordWeight(times, relativeLength);
        const known = scores[text] ?? 0;
        // No score of a word is 0.
        if (known === 0) scored.push(text);
        scores[text] = known + score;
      }
    }
    const best = highest(scored, scores, count);
    for (const text of scored) scores[text] = 0;
    return best;
  };
  return { nearest };
}

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

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
