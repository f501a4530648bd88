import type { Catalogue } from '@/lib/catalogue/catalogue';
import { deckPath } from '@/lib/site';
import { decksOf } from '@/lib/study/decks';
import { keyOf, type Output } from './output';

/** The cards of every subject that has some, where the study page loads them from. */
export function studyCardOutputs(catalogue: Catalogue): Output[] {
  return decksOf(catalogue).map((deck) => ({
    path: deckPath(deck.subject).slice(1),
    key: keyOf(deck),
    make: () => JSON.stringify(deck),
  }));
}
