import fc from 'fast-check';
import { expect, test } from 'vitest';

import { firstPosition } from './first-position';

test('is preceded by as many items as a search through all of them finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.integer({ min: -1, max: 21 }), (items, limit) => {
      const sorted = items.toSorted((a, b) => a - b);
      expect(firstPosition(sorted, (item) => item >= limit)).toBe(
        items.filter((item) => item < limit).length,
      );
    }),
  );
});
