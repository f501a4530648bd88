/** A range of a sorted list of words, whose postings are in one file. */
export interface Stretch {
  /**
   * The shortest beginning of the first word that the previous word does not share. All later words sort
   * after it.
   */
  start: string;
  /** The words at the positions from `from` (inclusive) to `to` (exclusive). */
  from: number;
  to: number;
}

/**
 * Words with more common letters than this are not separated, because the beginning is part of a file name.
 */
const longestStart = 24;

/**
 * Cuts a sorted list of words, so that a change of some words moves no cuts but those between their neighbours: words
 * that begin alike stay together until they are too heavy, and are then parted by their next letter; parts side by side
 * that are light are joined.
 *
 * @param sizes how heavy each word is
 * @param most how heavy a stretch may be; a word that is heavier has one for itself
 */
export function cutWords(words: readonly string[], sizes: readonly number[], most: number): Stretch[] {
  const stretches: Stretch[] = [];
  const heaviness = [0];
  for (const size of sizes) heaviness.push((heaviness.at(-1) ?? 0) + size);
  const weigh = (from: number, to: number) => (heaviness[to] ?? 0) - (heaviness[from] ?? 0);
  const add = (from: number, to: number, length: number) => {
    if (to > from) stretches.push({ start: (words[from] ?? '').slice(0, length), from, to });
  };

  /** @param length number of common letters of the words */
  const cut = (from: number, to: number, length: number) => {
    if (to - from <= 1 || length === longestStart || weigh(from, to) <= most) {
      add(from, to, length);
      return;
    }
    let open = from;
    for (let child = from; child < to;) {
      const next = endOfChild(words, child, to, length);
      if (weigh(child, next) > most) {
        add(open, child, length + 1);
        cut(child, next, length + 1);
        open = next;
      } else if (weigh(open, next) > most) {
        add(open, child, length + 1);
        open = child;
      }
      child = next;
    }
    add(open, to, length + 1);
  };
  cut(0, words.length, 0);
  return stretches;
}

/** The end of the words that continue with the same letter as the one at `child`. */
function endOfChild(words: readonly string[], child: number, to: number, length: number): number {
  const letter = words[child]?.[length];
  let next = child + 1;
  while (next < to && words[next]?.[length] === letter) next += 1;
  return next;
}
