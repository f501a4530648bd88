import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { cardFileOf } from './cards';
import { filesToCache } from './offline-files';
import { reviewCard } from './schedule';

const perFile = limits.idsInCardFile;
const cardState = (due: number) => ({ ...reviewCard(undefined, 'law', 'good', 0), due });
const files = (...ids: number[]) => ids.map(cardFileOf);

test('first the cards that come back first, then new ones of each deck by turns', () => {
  const [a, b, c, d, e] = [1, 2, 3, 4, 5].map((number) => number * perFile) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const progress = new Map([
    [d, cardState(20)],
    [e, cardState(10)],
    [99 * perFile, cardState(0)],
  ]);
  const decks = [
    [a, a + 1, b, d],
    [c, e],
  ];
  expect(filesToCache(decks, progress, 9)).toEqual(files(e, d, a, c, b));
  expect(filesToCache(decks, progress, 3)).toEqual(files(e, d, a));
  expect(filesToCache([], progress, 9)).toEqual([]);
});
