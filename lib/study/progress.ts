import * as z from 'zod/mini';

import { parseJson } from '@/lib/parse-json';

/** The place in `localStorage` of what a reader has learned. */
export const progressKey = 'quicktakes.study';

/** Raised when the form changes; {@link parseProgress} then has to understand the older ones. */
const version = 1;

/** Milliseconds since 1970 that a `Date` can hold. */
const time = z.int().check(z.gte(0), z.lte(8.64e15));
const count = z.int().check(z.gte(0));

const memory = z.object({
  /** The subject in whose deck the card was when it was last answered. */
  subject: z.string(),
  due: time,
  lastReview: time,
  /** Days after which nine of ten such cards are still known. The bounds are those that the scheduler accepts. */
  stability: z.number().check(z.gte(0.001), z.lte(36_500)),
  difficulty: z.number().check(z.gte(1), z.lte(10)),
  scheduledDays: count,
  learningSteps: count,
  reps: count,
  lapses: count,
  state: z.enum(['learning', 'review', 'relearning']),
});

/** What is known of how well a card is known. */
export type Memory = z.infer<typeof memory>;

/** Memories by the number of their question. A question without one was never answered. */
export type Progress = ReadonlyMap<number, Memory>;

export interface ReadProgress {
  progress: Progress;
  /** Whether something was there that could not be read, and was passed over. */
  damaged: boolean;
}

const envelope = z.object({ version: z.literal(version), cards: z.record(z.string(), z.unknown()) });

/** Progress from a stored text. Never throws: what is damaged is passed over, the rest is kept. */
export function parseProgress(text: string | null): ReadProgress {
  if (text === null) return { progress: new Map(), damaged: false };
  return readProgress(parseJson(text));
}

/** Progress from the data that {@link progressData} made; like {@link parseProgress} in all else. */
export function readProgress(data: unknown): ReadProgress {
  const parsed = envelope.safeParse(data);
  if (!parsed.success) return { progress: new Map(), damaged: true };
  const progress = new Map<number, Memory>();
  let damaged = false;
  for (const [key, value] of Object.entries(parsed.data.cards)) {
    const id = Number(key);
    const card = memory.safeParse(value);
    if (Number.isInteger(id) && id > 0 && card.success) progress.set(id, card.data);
    else damaged = true;
  }
  return { progress, damaged };
}

/** The data that {@link readProgress} reads. */
export function progressData(progress: Progress): unknown {
  return { version, cards: Object.fromEntries(progress) };
}

/** The text that {@link parseProgress} reads. */
export function formatProgress(progress: Progress): string {
  return JSON.stringify(progressData(progress));
}

/** All cards of both; of a card in both, the memory that was answered last. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const merged = new Map(one);
  for (const [id, memory] of other) {
    const known = merged.get(id);
    if (!known || memory.lastReview > known.lastReview) merged.set(id, memory);
  }
  return merged;
}
