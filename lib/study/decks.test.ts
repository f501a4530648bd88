import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { limits } from '@/lib/limits';
import { cardFilesOf, deckOf } from './decks';

const perFile = limits.idsInCardFile;

test('a deck has every question of its subject, by id', () => {
  const catalogue = new Catalogue(
    [
      entry('law/new', { id: 30, date: '2025-01-01' }),
      entry('law/old', { id: 4, date: '2025-03-01' }),
      entry('physics/a', { id: 7 }),
      entry('law/twice', { id: 30 }),
    ],
    {},
  );
  expect(deckOf(catalogue, 'law')).toEqual([4, 30]);
  expect(deckOf(catalogue, 'physics')).toEqual([7]);
});

test('a file contains the cards of consecutive ids of all subjects', () => {
  const catalogue = new Catalogue(
    [entry('law/b', { id: 3 }), entry('physics/a', { id: 2 }), entry('law/c', { id: 5 * perFile })],
    {},
  );
  const files = cardFilesOf(catalogue);
  expect([...files].map(([path, entries]) => [path, entries.map(({ id }) => id)]).sort()).toEqual([
    ['/study/cards/0.json', [2, 3]],
    ['/study/cards/5.json', [5 * perFile]],
  ]);
});

test('a question in two subjects has one card, that of its canonical page', () => {
  const [canonical, other] = [entry('art/a', { id: 9 }), entry('law/a', { id: 9 })];
  const catalogue = new Catalogue([other, canonical], {});
  expect([...cardFilesOf(catalogue).values()]).toEqual([[canonical]]);
  for (const subject of ['art', 'law']) expect(deckOf(catalogue, subject)).toEqual([9]);
});
