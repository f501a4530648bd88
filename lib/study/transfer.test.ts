import { expect, test } from 'vitest';

import { answerCard } from './schedule';
import { readTransfer, writeTransfer } from './transfer';

const data = {
  progress: new Map([[7, answerCard(undefined, 'law', 'good', Date.UTC(2026, 0, 5))]]),
  saved: ['/learn/law/questions/a'],
};

test("a reader's data survives the way through a file", () => {
  expect(readTransfer(writeTransfer(data))).toEqual(data);
});

test.each([
  '',
  '{}',
  '[]',
  'null',
  '{"format":"quicktakes-study"}',
  '{"format":"other","progress":{},"saved":[]}',
])('another file is refused: %s', (text) => {
  expect(readTransfer(text)).toBeUndefined();
});

test('a file that was cut short or changed is refused whole', () => {
  const text = writeTransfer(data);
  expect(readTransfer(text.slice(0, -10))).toBeUndefined();
  expect(readTransfer(text.replace('"learning"', '"asleep"'))).toBeUndefined();
});
