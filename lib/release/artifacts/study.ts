import type { Deck } from '@/lib/study/cards';
import type { Made } from './makers';

/** The study cards of a subject. */
export function make(deck: Deck): Made {
  return { content: JSON.stringify(deck) };
}
