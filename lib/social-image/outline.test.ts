import { expect, test } from 'vitest';

import { glyphOutline, outlineOf } from './outline';

test('an outline has an edge from each point to the next one, and from the last to the first', () => {
  const { edges, ...box } = outlineOf([
    [
      [0, 1],
      [2, 3],
      [-4, 5],
    ],
  ]);
  expect([...edges]).toEqual([-4, 5, 0, 1, 0, 1, 2, 3, 2, 3, -4, 5]);
  expect(box).toEqual({ left: -4, right: 2, top: 1, bottom: 5 });
});

test('a glyph is in ems, and its contours are closed', () => {
  const { edges, ...box } = glyphOutline(
    [
      { type: 'M', values: [0, 0] },
      { type: 'L', values: [1000, 0] },
      { type: 'L', values: [1000, 500] },
      { type: 'Z', values: [] },
      { type: 'M', values: [0, -500] },
      { type: 'L', values: [1000, -500] },
      { type: 'Z', values: [] },
    ],
    1000,
  );
  expect(edges).toHaveLength(4 * (3 + 2));
  expect(box).toEqual({ left: 0, right: 1, top: -0.5, bottom: 0.5 });
});

test.each([
  ['quadratic', { type: 'Q', values: [1000, 0, 1000, 1000] }, (t: number) => [2 * t - t * t, t * t]],
  ['cubic', { type: 'C', values: [1000, 0, 1000, 0, 1000, 1000] }, (t: number) => [1 - (1 - t) ** 3, t ** 3]],
])('the edges of a %s curve are near to it', (_, command, exact) => {
  const { edges } = glyphOutline([{ type: 'M', values: [0, 0] }, command], 1000);
  const points = Array.from({ length: edges.length / 4 }, (_, index) =>
    edges.subarray(4 * index + 2, 4 * index + 4),
  );
  const count = points.length - 1;
  expect(count).toBeGreaterThan(5);
  expect(count).toBeLessThan(40);
  points.forEach(([x = 0, y = 0], index) => {
    const [expectedX = 0, expectedY = 0] = exact(index / count);
    expect(x).toBeCloseTo(expectedX, 5);
    expect(y).toBeCloseTo(-expectedY, 5);
  });
});

test('a glyph without a path has no edges', () => {
  expect(glyphOutline([], 1000).edges).toHaveLength(0);
});
