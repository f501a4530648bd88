import { cardFileOf } from './cards';
import type { Deck } from './deck';
import type { Progress } from './progress';

/**
 * The files to store for offline use. They contain the next cards of a reader, in this order: reviewed cards
 * by due date, then new ones, alternating between decks.
 *
 * @param maxFiles maximum number of files
 */
export function filesToCache(decks: readonly Deck[], progress: Progress, maxFiles: number): string[] {
  const ids = new Set(decks.flat());
  const answered = [...progress].filter(([id]) => ids.has(id)).sort(([, a], [, b]) => a.due - b.due);
  const files = new Set<string>();
  for (const [id] of answered) if (files.size < maxFiles) files.add(cardFileOf(id));
  const longest = decks.reduce((length, deck) => Math.max(length, deck.length), 0);
  for (let turn = 0; turn < longest && files.size < maxFiles; turn += 1) {
    for (const deck of decks) {
      const id = deck[turn];
      if (id !== undefined && files.size < maxFiles) files.add(cardFileOf(id));
    }
  }
  return [...files];
}
