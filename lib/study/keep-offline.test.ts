import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { cardFileOf } from './cards';
import { filesToKeep } from './keep-offline';
import { answerCard } from './schedule';

const perFile = limits.idsInCardFile;
const memory = (due: number) => ({ ...answerCard(undefined, 'law', 'good', 0), due });
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
    [d, memory(20)],
    [e, memory(10)],
    [99 * perFile, memory(0)],
  ]);
  const decks = [
    [a, a + 1, b, d],
    [c, e],
  ];
  expect(filesToKeep(decks, progress, 9)).toEqual(files(e, d, a, c, b));
  expect(filesToKeep(decks, progress, 3)).toEqual(files(e, d, a));
  expect(filesToKeep([], progress, 9)).toEqual([]);
});
