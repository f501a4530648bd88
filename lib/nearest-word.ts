import { distance } from 'fastest-levenshtein';

/** Share of a word's characters that may be mistyped. */
const usualShare = 0.3;

/**
 * The one of some known words that was probably meant by another; nothing where none is near enough to be worth reading.
 * Capitals do not count. Of equally near ones, the first.
 *
 * @param share of the longer word's characters that may differ, from 0 to 1; of a short word, one may in any case
 */
export function nearestWord(
  word: string,
  known: Iterable<string>,
  share: number = usualShare,
): string | undefined {
  const typed = word.toLowerCase();
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const most = Math.max(1, Math.floor(share * Math.max(typed.length, candidate.length)));
    const bound = Math.min(most, least - 1);
    // Most are not looked at more closely: words have at least the distance that their lengths have.
    if (Math.abs(candidate.length - typed.length) > bound) continue;
    const found = distance(typed, candidate.toLowerCase());
    if (found > bound) continue;
    nearest = candidate;
    least = found;
  }
  return nearest;
}
