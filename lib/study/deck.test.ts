import fc from 'fast-check';
import { expect, test } from 'vitest';

import { deckData, parseDeck } from './deck';

test('a deck can be restored from a few bytes', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(ids, (deck) => {
      deck.sort((a, b) => a - b);
      expect(parseDeck(JSON.parse(JSON.stringify(deckData(deck))))).toEqual(deck);
    }),
  );
  const inARow = Array.from({ length: 1000 }, (_, index) => 150_000 + index);
  expect(JSON.stringify(deckData(inARow)).length).toBeLessThan(2010);
});

test.each([[{}], [null], [[0]], [[1, -1]], [['1']], [[1.5]]])('%j is no deck', (json) => {
  expect(() => parseDeck(json)).toThrow();
});
