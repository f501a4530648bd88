import fc from 'fast-check';
import { expect, test } from 'vitest';

import { countBelow } from './count-below';

test('counts as many items as a search through all of them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.integer({ min: -1, max: 21 }), (items, limit) => {
      const sorted = items.toSorted((a, b) => a - b);
      expect(countBelow(sorted, limit)).toBe(items.filter((item) => item < limit).length);
    }),
  );
});
