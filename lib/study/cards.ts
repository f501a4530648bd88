import * as z from 'zod/mini';

import { limits } from '@/lib/limits';
import { cardFilePath } from '@/lib/site';

const card = z.object({
  /** The question's number: it stays when the question moves, and so does what was learned. */
  id: z.int().check(z.positive()),
  /** The question's canonical page. */
  address: z.string().check(z.startsWith('/')),
  /** Plain text. */
  question: z.string(),
  /** The same with formulas and code set, as sanitized HTML; absent where it has none. */
  questionHtml: z.optional(z.string()),
  /** Sanitized HTML; empty where no part of the answer is short enough for a card. */
  answer: z.string(),
  /** Which part of the answer that is: an editor's short answer, its beginning, or all of it. */
  part: z.enum(['short', 'beginning', 'whole']),
});

/** A question to be recalled. */
export type Card = z.infer<typeof card>;

const cardFile = z.array(card);

/** Cards as a file of a release holds them. @throws Error when it holds none */
export function parseCards(json: unknown): Card[] {
  return cardFile.parse(json);
}

/** The address of the file that holds a question's card, for whoever knows nothing but the id. */
export function cardFileOf(id: number): string {
  return cardFilePath(cardFileNumber(id));
}

/** Depends on the id alone: a new or a changed question changes one file, and moves no card to another. */
export function cardFileNumber(id: number): number {
  return Math.floor(id / limits.idsInCardFile);
}
