import { expect, test } from 'vitest';

import type { CardState } from './progress';
import { countCards, nextCards, nextDue } from './queue';
import { reviewCard } from './schedule';

const now = new Date(2026, 0, 5, 9).getTime();
const minute = 60_000;
const hour = 60 * minute;

const cards = [1, 2, 3];

const learning = (due: number): CardState => ({ ...reviewCard(undefined, 'law', 'good', now), due });
const review = (due: number): CardState => ({ ...learning(due), state: 'review' });

test('new cards come in the order of the deck, as many as may be begun', () => {
  expect(nextCards(cards, new Map(), now, 1)[0]).toBe(1);
  expect(nextCards(cards, new Map([[1, review(now + 48 * hour)]]), now, 1)[0]).toBe(2);
  expect(nextCards(cards, new Map(), now, 0)).toEqual([]);
});

test('cards whose time has come are asked before new ones, the longest waiting first', () => {
  const progress = new Map([
    [2, learning(now - minute)],
    [3, review(now - hour)],
  ]);
  expect(nextCards(cards, progress, now, 5)[0]).toBe(3);
  expect(countCards(cards, progress, now)).toEqual({ due: 2, newCount: 1 });
});

test('a card in the learning phase is shown early only if no other card is left', () => {
  const progress = new Map([[1, learning(now + 10 * minute)]]);
  expect(nextCards(cards, progress, now, 5)[0]).toBe(2);
  expect(nextCards(cards, progress, now, 0)[0]).toBe(1);
  expect(nextCards(cards, new Map([[1, learning(now + hour)]]), now, 0)).toEqual([]);
});

test('a known card is due all of its day, and not the day before', () => {
  expect(nextCards(cards, new Map([[1, review(now + 14 * hour)]]), now, 0)[0]).toBe(1);
  expect(nextCards(cards, new Map([[1, review(now + 16 * hour)]]), now, 0)).toEqual([]);
});

test('answered cards that are in no deck are not counted', () => {
  const progress = new Map([[99, review(now - hour)]]);
  expect(countCards(cards, progress, now)).toEqual({ due: 0, newCount: 3 });
  expect(nextDue(cards, progress)).toBeUndefined();
});

test('the next card is the one that comes back first', () => {
  const progress = new Map([
    [1, review(now + 72 * hour)],
    [2, review(now + 48 * hour)],
  ]);
  expect(nextDue(cards, progress)).toBe(now + 48 * hour);
});
