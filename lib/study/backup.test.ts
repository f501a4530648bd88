import { expect, test } from 'vitest';

import { reviewCard } from './schedule';
import { parseBackup, formatBackup } from './backup';

const data = {
  progress: new Map([[7, reviewCard(undefined, 'law', 'good', Date.UTC(2026, 0, 5))]]),
  saved: ['/learn/law/questions/a'],
};

test("a reader's data survives the way through a file", () => {
  expect(parseBackup(formatBackup(data))).toEqual(data);
});

test.each([
  '',
  '{}',
  '[]',
  'null',
  '{"format":"quicktakes-study"}',
  '{"format":"other","progress":{},"saved":[]}',
])('another file is refused: %s', (text) => {
  expect(parseBackup(text)).toBeUndefined();
});

test('a file that was cut short or changed is refused whole', () => {
  const text = formatBackup(data);
  expect(parseBackup(text.slice(0, -10))).toBeUndefined();
  expect(parseBackup(text.replace('"learning"', '"asleep"'))).toBeUndefined();
});
