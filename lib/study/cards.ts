import * as z from 'zod/mini';

import { limits } from '@/lib/limits';
import { cardFilePath } from '@/lib/site';

const card = z.object({
  /** The question's id, which does not change if the question moves. */
  id: z.int().check(z.positive()),
  /** The canonical address of the question. */
  address: z.string().check(z.startsWith('/')),
  /** Plain text. */
  question: z.string(),
  /** The question as sanitized HTML; absent if it contains no formulas and no code. */
  questionHtml: z.optional(z.string()),
  /** Sanitized HTML; empty if no part of the answer is short enough for a card. */
  answer: z.string(),
  /** The source of the answer: the short answer, the beginning of the answer, or the whole answer. */
  part: z.enum(['short', 'beginning', 'whole']),
});

/** A study card. */
export type Card = z.infer<typeof card>;

const cardFile = z.array(card);

/** Parses the cards of a file. @throws ZodError if the data does not match the schema */
export function parseCards(json: unknown): Card[] {
  return cardFile.parse(json);
}

/** The address of the file that contains a question's card, from the id alone. */
export function cardFileOf(id: number): string {
  return cardFilePath(cardFileNumber(id));
}

/**
 * The number of the file that contains a question's card. It depends only on the id, so that a new or changed
 * question changes one file.
 */
export function cardFileNumber(id: number): number {
  return Math.floor(id / limits.idsInCardFile);
}
