import * as z from 'zod/mini';

import { parseJson } from '@/lib/parse-json';

/** The key of progress in `localStorage`. */
export const progressKey = 'quicktakes.study';

/** Increases when the format changes. {@link parseProgress} must then read the older formats as well. */
const version = 1;

/** Milliseconds since 1970 in the range of `Date`. */
const time = z.int().check(z.gte(0), z.lte(8.64e15));
const count = z.int().check(z.gte(0));

const cardState = z.object({
  /** The subject of the deck in which the card was last reviewed. */
  subject: z.string(),
  due: time,
  lastReview: time,
  /** Days after which 90 % of such cards are still remembered. The limits are those of the scheduler. */
  stability: z.number().check(z.gte(0.001), z.lte(36_500)),
  difficulty: z.number().check(z.gte(1), z.lte(10)),
  scheduledDays: count,
  learningSteps: count,
  reps: count,
  lapses: count,
  state: z.enum(['learning', 'review', 'relearning']),
});

/** The state of a card in the scheduler. */
export type CardState = z.infer<typeof cardState>;

/** States of cards by question id. A question without a state was never reviewed. */
export type Progress = ReadonlyMap<number, CardState>;

export interface ProgressResult {
  progress: Progress;
  /** Whether some data could not be read and was skipped. */
  isDamaged: boolean;
}

const envelope = z.object({ version: z.literal(version), cards: z.record(z.string(), z.unknown()) });

/** Parses stored progress. Never throws: damaged data is skipped, the rest is kept. */
export function parseProgress(text: string | null): ProgressResult {
  if (text === null) return { progress: new Map(), isDamaged: false };
  return readProgress(parseJson(text));
}

/** Reads data from {@link progressData}; otherwise like {@link parseProgress}. */
export function readProgress(data: unknown): ProgressResult {
  const parsed = envelope.safeParse(data);
  if (!parsed.success) return { progress: new Map(), isDamaged: true };
  const progress = new Map<number, CardState>();
  let isDamaged = false;
  for (const [key, value] of Object.entries(parsed.data.cards)) {
    const id = Number(key);
    const card = cardState.safeParse(value);
    if (Number.isInteger(id) && id > 0 && card.success) progress.set(id, card.data);
    else isDamaged = true;
  }
  return { progress, isDamaged };
}

/** The data that {@link readProgress} reads. */
export function progressData(progress: Progress): unknown {
  return { version, cards: Object.fromEntries(progress) };
}

/** The text that {@link parseProgress} reads. */
export function formatProgress(progress: Progress): string {
  return JSON.stringify(progressData(progress));
}

/** Merges progress. If both have a card, the state of the last review is used. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const merged = new Map(one);
  for (const [id, cardState] of other) {
    const known = merged.get(id);
    if (!known || cardState.lastReview > known.lastReview) merged.set(id, cardState);
  }
  return merged;
}
