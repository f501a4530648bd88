import * as z from 'zod/mini';

/**
 * The ids of a subject's questions in ascending order: a new question joins at the end. The file of a deck holds the
 * first id and then the distances between them, which takes two or three bytes a question.
 */
export type Deck = readonly number[];

const distances = z.array(z.int().check(z.positive()));

/** What the file of a deck holds, as JSON. */
export function deckData(deck: Deck): number[] {
  return deck.map((id, index) => id - (deck[index - 1] ?? 0));
}

/** The inverse of {@link deckData}. @throws Error for anything else */
export function parseDeck(json: unknown): Deck {
  let id = 0;
  return distances.parse(json).map((distance) => (id += distance));
}
