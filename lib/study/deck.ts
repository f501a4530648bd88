import * as z from 'zod/mini';

/**
 * The ids of a subject's questions in ascending order. The file of a deck contains the first id and then the
 * differences, which takes two or three bytes per question.
 */
export type Deck = readonly number[];

const distances = z.array(z.int().check(z.positive()));

/** The contents of a deck's file as JSON data. */
export function deckData(deck: Deck): number[] {
  return deck.map((id, index) => id - (deck[index - 1] ?? 0));
}

/** The inverse of {@link deckData}. @throws Error for other data */
export function parseDeck(json: unknown): Deck {
  let id = 0;
  return distances.parse(json).map((distance) => (id += distance));
}
