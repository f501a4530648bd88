/** Parameters of BM25 with common values: the weight of repeated words (k1) and the penalty for long texts (b). */
const saturation = 1.2;
const lengthPenalty = 0.75;

/**
 * The weight of a word in a text by BM25 (Robertson and Zaragoza, 2009), without the rarity of the word: from
 * 0 for a word that is absent up to 1 (exclusive) for one that is repeated without end.
 *
 * @param times occurrences of the word, which may be weighted
 * @param relativeLength length of the text divided by the average length
 */
export function wordWeight(times: number, relativeLength: number): number {
  return times / (times + saturation * (1 - lengthPenalty + lengthPenalty * relativeLength));
}
