import {
  createEmptyCard,
  fsrs,
  Rating,
  State,
  type Card as FsrsCard,
  type Grade as FsrsGrade,
} from 'ts-fsrs';

import type { Memory } from './progress';

/** Grades of a review, from worst to best. */
export const grades = ['again', 'hard', 'good', 'easy'] as const;

export type Grade = (typeof grades)[number];

const ratings: Record<Grade, FsrsGrade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

const states: Record<Memory['state'], State> = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

const scheduler = fsrs();

/**
 * The state of a card after it was graded at `now`.
 *
 * @param memory state before; undefined for a new card
 * @param subject the subject of the card's deck
 */
export function answerCard(memory: Memory | undefined, subject: string, grade: Grade, now: number): Memory {
  // If the clock was set back, the time of the last review is used.
  const when = Math.max(now, memory?.lastReview ?? 0);
  const { card } = scheduler.next(toFsrs(memory, when), new Date(when), ratings[grade]);
  return {
    subject,
    due: card.due.getTime(),
    lastReview: when,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: fromState(card.state),
  };
}

/** For each grade, the milliseconds until the card is due again. */
export function previewWaits(memory: Memory | undefined, now: number): Record<Grade, number> {
  const wait = (grade: Grade) => answerCard(memory, '', grade, now).due - now;
  return { again: wait('again'), hard: wait('hard'), good: wait('good'), easy: wait('easy') };
}

function toFsrs(memory: Memory | undefined, now: number): FsrsCard {
  const empty = createEmptyCard(new Date(now));
  if (!memory) return empty;
  return {
    ...empty,
    due: new Date(memory.due),
    last_review: new Date(memory.lastReview),
    stability: memory.stability,
    difficulty: memory.difficulty,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.learningSteps,
    reps: memory.reps,
    lapses: memory.lapses,
    state: states[memory.state],
  };
}

function fromState(state: State): Memory['state'] {
  if (state === State.Review) return 'review';
  return state === State.Relearning ? 'relearning' : 'learning';
}
