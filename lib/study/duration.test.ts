import { expect, test } from 'vitest';

import { formatDuration } from './duration';

const minute = 60_000;
const day = 1440 * minute;

test.each([
  [-day, '1 min'],
  [1000, '1 min'],
  [10 * minute, '10 min'],
  [59 * minute, '1 hour'],
  [23 * 60 * minute, '23 hours'],
  [day, '1 day'],
  [8 * day, '8 days'],
  [30.2 * day, '1 month'],
  [61 * day, '2 months'],
  [365 * day, '1 year'],
  [550 * day, '1.5 years'],
])('%d ms are %s', (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words);
});
