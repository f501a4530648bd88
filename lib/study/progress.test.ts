import { expect, test } from 'vitest';

import { formatProgress, mergeProgress, parseProgress, type CardState } from './progress';
import { reviewCard } from './schedule';

const start = Date.UTC(2026, 0, 5, 9);
const earlier = reviewCard(undefined, 'law', 'good', start);
const later = reviewCard(earlier, 'law', 'again', start + 600_000);

test('without stored data there is no progress and no damage', () => {
  expect(parseProgress(null)).toEqual({ progress: new Map(), isDamaged: false });
});

test('progress comes back as it was', () => {
  const progress = new Map([
    [200101, earlier],
    [200102, later],
  ]);
  expect(parseProgress(formatProgress(progress))).toEqual({ progress, isDamaged: false });
});

test.each([
  '',
  'x',
  '{',
  'null',
  '[]',
  '1',
  '{}',
  '{"version":1}',
  '{"version":1,"cards":[]}',
  '{"version":1,"cards":null}',
  '{"version":2,"cards":{}}',
])('a text that is no progress is damaged, and no exception: %s', (text) => {
  expect(parseProgress(text)).toEqual({ progress: new Map(), isDamaged: true });
});

test.each<[string, unknown]>([
  ['1', null],
  ['1', { ...earlier, due: 'soon' }],
  ['1', { ...earlier, due: 1e300 }],
  ['1', { ...earlier, stability: 0 }],
  ['1', { ...earlier, difficulty: 11 }],
  ['1', { ...earlier, state: 'asleep' }],
  ['x', earlier],
  ['-1', earlier],
  ['__proto__', earlier],
])('one damaged card does not cost the others: %s %j', (key, value) => {
  const text = `{"version":1,"cards":{${JSON.stringify(key)}:${JSON.stringify(value)},"2":${JSON.stringify(later)}}}`;
  const { progress } = parseProgress(text);
  expect([...progress]).toEqual([[2, later]]);
});

test('merging keeps every card, and of two answers the later, whatever the order', () => {
  const one = new Map<number, CardState>([
    [1, earlier],
    [2, later],
  ]);
  const other = new Map<number, CardState>([
    [1, later],
    [2, earlier],
    [3, earlier],
  ]);
  const merged = new Map([
    [1, later],
    [2, later],
    [3, earlier],
  ]);
  expect(mergeProgress(one, other)).toEqual(merged);
  expect(mergeProgress(other, one)).toEqual(merged);
});
