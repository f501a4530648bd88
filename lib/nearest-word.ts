import { distance } from 'fastest-levenshtein';

/** Share of a word's characters that may be misspelled. */
const usualShare = 0.3;

/**
 * The known word that a misspelled word probably stands for; undefined if none is similar enough. Ignores
 * case. Among equally similar words, returns the first.
 *
 * @param share of the longer word's characters that may differ, from 0 to 1; in a short word, one character
 *   may always differ
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
    // Skips most words: the distance of two words is at least the difference of their lengths.
    if (Math.abs(candidate.length - typed.length) > bound) continue;
    const found = distance(typed, candidate.toLowerCase());
    if (found > bound) continue;
    nearest = candidate;
    least = found;
  }
  return nearest;
}
