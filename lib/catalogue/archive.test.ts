import { expect, test } from 'vitest';
import fc from 'fast-check';

import { archivePages, pageSize } from './archive';

const newestFirst = (total: number) => Array.from({ length: total }, (_, index) => total - index);

test('a list that fits on one page has no archive', () => {
  expect(archivePages(newestFirst(pageSize))).toEqual([]);
});

test('page 1 holds the oldest; every page shows its newest first', () => {
  const pages = archivePages(newestFirst(120));
  expect(pages.map(({ number, from, to, items }) => [number, from, to, items.at(0), items.at(-1)])).toEqual([
    [1, 1, 50, 50, 1],
    [2, 51, 100, 100, 51],
    [3, 101, 120, 120, 101],
  ]);
});

test('pages hold every item once, at most fifty each, and a new item changes only the last', () => {
  fc.assert(
    fc.property(fc.integer({ min: pageSize + 1, max: 1000 }), (total) => {
      const pages = archivePages(newestFirst(total));
      expect(pages.toReversed().flatMap(({ items }) => items)).toEqual(newestFirst(total));
      expect(Math.max(...pages.map(({ items }) => items.length))).toBe(pageSize);
      const grown = archivePages(newestFirst(total + 1));
      const full = Math.floor(total / pageSize);
      expect(grown.slice(0, full)).toEqual(pages.slice(0, full));
    }),
  );
});
