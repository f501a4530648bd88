/** How strongly a word that stands often in a text counts (BM25's k1) and how much long texts are held back (b). */
const saturation = 1.2;
const lengthPenalty = 0.75;

/** Finds the texts that are most like one of them, by BM25 (Robertson and Zaragoza, 2009). */
export interface NearestIndex {
  /** The score of every text against text `index`; that of the text itself is 0. */
  scores: (index: number) => Float64Array;
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
  const bags = texts.map(countWords);
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
  const postings = new Map<string, { text: number; count: number }[]>();
  bags.forEach((bag, text) => {
    for (const [word, count] of bag) {
      const list = postings.get(word);
      if (list) list.push({ text, count });
      else postings.set(word, [{ text, count }]);
    }
  });

  const scores = (index: number): Float64Array => {
    const result = new Float64Array(texts.length);
    for (const word of bags[index]?.keys() ?? []) {
      const found = postings.get(word) ?? [];
      const rarity = Math.log(1 + (texts.length - found.length + 0.5) / (found.length + 0.5));
      for (const { text, count } of found) {
        const relativeLength = (lengths[text] ?? 0) / meanLength;
        const damping = saturation * (1 - lengthPenalty + lengthPenalty * relativeLength);
        result[text] = (result[text] ?? 0) + (rarity * count * (saturation + 1)) / (count + damping);
      }
    }
    result[index] = 0;
    return result;
  };
  return { scores };
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
