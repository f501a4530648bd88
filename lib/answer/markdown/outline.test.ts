import type { Heading } from 'mdast';
import { expect, test } from 'vitest';

import { rebaseHeadings } from './outline';

function rebase(...depths: Heading['depth'][]): number[] {
  const headings = depths.map((depth): Heading => ({ type: 'heading', depth, children: [] }));
  rebaseHeadings(headings);
  return headings.map(({ depth }) => depth);
}

test('the highest headings become h2', () => {
  expect(rebase(3, 3, 4, 3)).toEqual([2, 2, 3, 2]);
  expect(rebase(1, 2, 3)).toEqual([2, 3, 4]);
  expect(rebase(2, 3, 2)).toEqual([2, 3, 2]);
});

test('a skipped level is closed', () => {
  expect(rebase(2, 4, 6, 4, 2)).toEqual([2, 3, 4, 3, 2]);
});

test('a heading above the level of the first one becomes h2', () => {
  expect(rebase(4, 3, 2, 4)).toEqual([2, 2, 2, 3]);
});

test('nothing is deeper than h6', () => {
  expect(rebase(1, 2, 3, 4, 5, 6)).toEqual([2, 3, 4, 5, 6, 6]);
});
