import {
  createEmptyCard,
  fsrs,
  Rating,
  State,
  type Card as FsrsCard,
  type Grade as FsrsGrade,
} from 'ts-fsrs';

import type { CardState } from './progress';

/** Grades of a review, from worst to best. */
export const grades = ['again', 'hard', 'good', 'easy'] as const;

export type Grade = (typeof grades)[number];

const ratings: Record<Grade, FsrsGrade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

const states: Record<CardState['state'], State> = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

const scheduler = fsrs();

/**
 * The state of a card after it was graded at `now`.
 *
 * @param cardState state before; undefined for a new card
 * @param subject the subject of the card's deck
 */
export function reviewCard(
  cardState: CardState | undefined,
  subject: string,
  grade: Grade,
  now: number,
): CardState {
  // If the clock was set back, the time of the last review is used.
  const when = Math.max(now, cardState?.lastReview ?? 0);
  const { card } = scheduler.next(toFsrs(cardState, when), new Date(when), ratings[grade]);
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
export function previewWaits(cardState: CardState | undefined, now: number): Record<Grade, number> {
  const wait = (grade: Grade) => reviewCard(cardState, '', grade, now).due - now;
  return { again: wait('again'), hard: wait('hard'), good: wait('good'), easy: wait('easy') };
}

function toFsrs(cardState: CardState | undefined, now: number): FsrsCard {
  const empty = createEmptyCard(new Date(now));
  if (!cardState) return empty;
  return {
    ...empty,
    due: new Date(cardState.due),
    last_review: new Date(cardState.lastReview),
    stability: cardState.stability,
    difficulty: cardState.difficulty,
    scheduled_days: cardState.scheduledDays,
    learning_steps: cardState.learningSteps,
    reps: cardState.reps,
    lapses: cardState.lapses,
    state: states[cardState.state],
  };
}

function fromState(state: State): CardState['state'] {
  if (state === State.Review) return 'review';
  return state === State.Relearning ? 'relearning' : 'learning';
}
