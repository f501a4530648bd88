import { expect, test } from 'vitest';

import { alikePairs, likeness, signatureOf } from './minhash';

/** A text of words that no other text has, where every so many of them are others in each copy. */
function textOf(name: string, copy = 0, every = Infinity): string[] {
  return Array.from({ length: 400 }, (_, index) =>
    index % every === copy % every ? `${name}x${copy}` : `${name}word${index}`,
  );
}

test('texts are as alike as their words in a row are', () => {
  const [whole, near, far] = [textOf('a'), textOf('a', 1, 100), textOf('a', 1, 4)].map(signatureOf);
  expect(whole && near && likeness(whole, near)).toBeGreaterThan(0.85);
  expect(whole && far && likeness(whole, far)).toBeLessThan(0.4);
  expect(alikePairs([whole ?? '', far ?? '', near ?? ''], 0.8)).toEqual([
    { first: 0, second: 2, likeness: expect.closeTo(0.94, 1) as number },
  ]);
});

test('of 4,000 texts of which 100 each are alike, each copy is found once, in few comparisons for each', () => {
  const [groups, copies] = [40, 100];
  const signatures = Array.from({ length: groups * copies }, (_, index) =>
    signatureOf(textOf(`t${Math.floor(index / copies)}`, index % copies, 100)),
  );
  let comparisons = 0;
  const pairs = alikePairs(signatures, 0.8, (a, b) => {
    comparisons += 1;
    return likeness(a, b);
  });
  const isOfOneText = pairs.map(({ first, second }) =>
    [first, second].map((index) => Math.floor(index / copies)),
  );
  expect(isOfOneText.every(([one, other]) => one === other)).toBe(true);
  expect(new Set(pairs.map(({ second }) => second)).size).toBe(pairs.length);
  expect(pairs.length).toBeGreaterThan(0.98 * groups * (copies - 1));
  expect(comparisons).toBeLessThan(2 * signatures.length);
});

test('texts that are not alike enough are compared once in each band at most', () => {
  const signatures = Array.from({ length: 1000 }, (_, index) => signatureOf(textOf('a', index, 12)));
  let comparisons = 0;
  alikePairs(signatures, 0.99, (a, b) => {
    comparisons += 1;
    return likeness(a, b);
  });
  expect(comparisons).toBeLessThanOrEqual(16 * signatures.length);
});
