import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatProgress, parseProgress, type Memory } from './progress';
import { answerCard, grades, previewWaits } from './schedule';

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
  let memory: Memory | undefined;
  let now = start;
  const waits: number[] = [];
  for (let times = 0; times < 6; times += 1) {
    memory = answerCard(memory, 'law', 'good', now);
    waits.push(memory.due - now);
    now = memory.due;
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(memory).toMatchObject({ state: 'review', subject: 'law', reps: 6, lapses: 0 });
  const forgotten = answerCard(memory, 'law', 'again', now);
  expect(forgotten).toMatchObject({ state: 'relearning', lapses: 1, due: now + 10 * minute });
});

test('the preview equals the effect of an answer', () => {
  const memory = answerCard(undefined, 'law', 'easy', start);
  const now = start + 9 * day;
  for (const grade of grades) {
    expect(answerCard(memory, 'law', grade, now).due - now).toBe(previewWaits(memory, now)[grade]);
  }
});

test('any run of answers at any times, also with a clock set back, makes progress that can be stored', () => {
  const answer = fc.tuple(fc.constantFrom(...grades), fc.integer({ min: -40 * day, max: 4000 * day }));
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 40 }), (answers) => {
      let memory: Memory | undefined;
      let now = start;
      for (const [grade, wait] of answers) {
        now = Math.max(0, now + wait);
        memory = answerCard(memory, 'law', grade, now);
        const progress = new Map([[1, memory]]);
        expect(parseProgress(formatProgress(progress))).toEqual({ progress, damaged: false });
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
      const memory = parseProgress(text).progress.get(7);
      expect(memory).toBeDefined();
      expect(answerCard(memory, 'law', grade, start).due).toBeGreaterThan(start);
    }),
  );
});
