/** A range of a sorted list of words, whose postings are in one file. */
export interface WordRange {
  /**
   * The shortest prefix of the first word that is not a prefix of the previous word. All later words sort
   * after it.
   */
  start: string;
  /** The words at the positions from `from` (inclusive) to `to` (exclusive). */
  from: number;
  to: number;
}

/**
 * Maximum length of a prefix in characters, because the prefix is part of a file name. Words with a longer
 * common prefix are in one file.
 */
const maxPrefixLength = 24;

/**
 * Partitions a sorted list of words by prefix. A range that is larger than the maximum is divided by the next
 * letter, and adjacent small ranges are merged. A change of some words therefore moves only the boundaries
 * near these words.
 *
 * @param sizes size of each word
 * @param maxSize maximum size of a range; a larger word has a range of its own
 */
export function partitionWords(
  words: readonly string[],
  sizes: readonly number[],
  maxSize: number,
): WordRange[] {
  const ranges: WordRange[] = [];
  const cumulativeSizes = [0];
  for (const size of sizes) cumulativeSizes.push((cumulativeSizes.at(-1) ?? 0) + size);
  const sizeOf = (from: number, to: number) => (cumulativeSizes[to] ?? 0) - (cumulativeSizes[from] ?? 0);
  const add = (from: number, to: number, length: number) => {
    if (to > from) ranges.push({ start: (words[from] ?? '').slice(0, length), from, to });
  };

  /** @param length number of common letters of the words */
  const partition = (from: number, to: number, length: number) => {
    if (to - from <= 1 || length === maxPrefixLength || sizeOf(from, to) <= maxSize) {
      add(from, to, length);
      return;
    }
    let open = from;
    for (let child = from; child < to;) {
      const next = endOfChild(words, child, to, length);
      if (sizeOf(child, next) > maxSize) {
        add(open, child, length + 1);
        partition(child, next, length + 1);
        open = next;
      } else if (sizeOf(open, next) > maxSize) {
        add(open, child, length + 1);
        open = child;
      }
      child = next;
    }
    add(open, to, length + 1);
  };
  partition(0, words.length, 0);
  return ranges;
}

/** The end of the words that continue with the same letter as the one at `child`. */
function endOfChild(words: readonly string[], child: number, to: number, length: number): number {
  const letter = words[child]?.[length];
  let next = child + 1;
  while (next < to && words[next]?.[length] === letter) next += 1;
  return next;
}
