import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { freeId } from './free-id';

test.each([
  ['of no questions', [], 1],
  ['above the highest', [7, 200101, 12], 200102],
  ['the lowest where the highest is the last', [1, limits.id, 2], 3],
])('a free id: %s', (_, taken, free) => {
  expect(freeId(taken)).toBe(free);
});
