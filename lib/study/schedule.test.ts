import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatProgress, parseProgress, type CardState } from './progress';
import { reviewCard, grades, previewWaits } from './schedule';

const start = Date.UTC(2026, 0, 5, 9);
const minute = 60_000;
const day = 24 * 60 * minute;

test('a new card comes back the later, the better it was known', () => {
  const { again, hard, good, easy } = previewWaits(undefined, start);
  expect(again).toBe(minute);
  expect(hard).toBeGreaterThan(again);
  expect(good).toBe(10 * minute);
  expect(easy).toBeGreaterThan(day);
});

test('a card that is known again and again is asked ever less often, and forgetting brings it back', () => {
  let cardState: CardState | undefined;
  let now = start;
  const waits: number[] = [];
  for (let times = 0; times < 6; times += 1) {
    cardState = reviewCard(cardState, 'law', 'good', now);
    waits.push(cardState.due - now);
    now = cardState.due;
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(cardState).toMatchObject({ state: 'review', subject: 'law', reps: 6, lapses: 0 });
  const forgotten = reviewCard(cardState, 'law', 'again', now);
  expect(forgotten).toMatchObject({ state: 'relearning', lapses: 1, due: now + 10 * minute });
});

test('the preview equals the effect of an answer', () => {
  const cardState = reviewCard(undefined, 'law', 'easy', start);
  const now = start + 9 * day;
  for (const grade of grades) {
    expect(reviewCard(cardState, 'law', grade, now).due - now).toBe(previewWaits(cardState, now)[grade]);
  }
});

test('any run of answers at any times, also with a clock set back, makes progress that can be stored', () => {
  const answer = fc.tuple(fc.constantFrom(...grades), fc.integer({ min: -40 * day, max: 4000 * day }));
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 40 }), (answers) => {
      let cardState: CardState | undefined;
      let now = start;
      for (const [grade, wait] of answers) {
        now = Math.max(0, now + wait);
        cardState = reviewCard(cardState, 'law', grade, now);
        const progress = new Map([[1, cardState]]);
        expect(parseProgress(formatProgress(progress))).toEqual({ progress, isDamaged: false });
      }
    }),
  );
});

test('any memory that can be read can be answered', () => {
  const stored = fc.record({
    subject: fc.constant('law'),
    due: fc.integer({ min: 0, max: 8.64e15 }),
    lastReview: fc.integer({ min: 0, max: start }),
    stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    scheduledDays: fc.nat(),
    learningSteps: fc.nat(),
    reps: fc.nat(),
    lapses: fc.nat(),
    state: fc.constantFrom('learning', 'review', 'relearning'),
  });
  fc.assert(
    fc.property(stored, fc.constantFrom(...grades), (data, grade) => {
      const text = JSON.stringify({ version: 1, cards: { 7: data } });
      const cardState = parseProgress(text).progress.get(7);
      expect(cardState).toBeDefined();
      expect(reviewCard(cardState, 'law', grade, start).due).toBeGreaterThan(start);
    }),
  );
});
