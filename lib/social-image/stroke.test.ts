import { expect, test } from 'vitest';

import type { Outline } from './outline';
import { strokeClosed, strokeOpen } from './stroke';

/** The area inside of an outline. Areas that are inside twice count twice. */
function areaOf({ edges }: Outline): number {
  let area = 0;
  for (let index = 0; index < edges.length; index += 4) {
    const [fromX = 0, fromY = 0, toX = 0, toY = 0] = edges.subarray(index, index + 4);
    area += (fromX * toY - toX * fromY) / 2;
  }
  return area;
}

test('a line has round ends', () => {
  const stroke = strokeOpen(
    [
      [0, 0],
      [10, 0],
    ],
    2,
  );
  expect(areaOf(stroke)).toBeCloseTo(20 + Math.PI, 1);
  expect(stroke).toMatchObject({ left: -1, right: 11, top: -1, bottom: 1 });
});

test('a line has round corners', () => {
  const stroke = strokeOpen(
    [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
    2,
  );
  // Half a circle at each end, a quarter at the corner, where a square of the width 1 is inside twice.
  expect(areaOf(stroke)).toBeCloseTo(40 + 1.25 * Math.PI, 1);
  expect(stroke).toMatchObject({ left: -1, right: 11, top: -1 });
  expect(stroke.bottom).toBeCloseTo(11);
});

test('a line around a polygon leaves its inside free', () => {
  const stroke = strokeClosed(
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ],
    2,
  );
  expect(areaOf(stroke)).toBeCloseTo(80 + Math.PI, 1);
  expect(stroke).toMatchObject({ left: -1, right: 11, top: -1, bottom: 11 });
});
