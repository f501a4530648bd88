import * as z from 'zod/mini';

const card = z.object({
  /** The question's number: it stays when the question moves, and so does what was learned. */
  id: z.int().check(z.positive()),
  /** The question's page. */
  address: z.string().check(z.startsWith('/')),
  question: z.string(),
  /** The short answer. */
  answer: z.string(),
});

const deck = z.object({ subject: z.string(), name: z.string(), cards: z.array(card) });

/** A question to be recalled. */
export type Card = z.infer<typeof card>;

/** The cards of a subject, oldest first: a new question joins at the end. */
export type Deck = z.infer<typeof deck>;

/** A deck as the release holds it. @throws Error when it is none */
export function parseDeck(json: unknown): Deck {
  return deck.parse(json);
}
