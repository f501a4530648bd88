import { expect, test } from 'vitest';

import { formatDay } from './format-day';

test.each([
  ['MMM DD, YYYY', 'Jan 09, 2025'],
  ['D MMMM YYYY', '9 January 2025'],
  ['[on] DD/MM/YY', 'on 09/01/25'],
])('a day written as %s', (format, expected) => {
  expect(formatDay('2025-01-09', format)).toBe(expected);
});
