import fc from 'fast-check';
import { expect, test } from 'vitest';

import { timeOnProcessor } from '@/lib/testing/processor-time';
import { placeToCut, tolerance, type Stretch } from './place-to-cut';

const shown = (text: string, length: number, whole: Stretch[] = []) => {
  const cut = placeToCut(text, whole, length);
  return cut && text.slice(0, cut.end) + (cut.isSentence ? '' : '…');
};

test.each([
  ['all of it where it is short', 'Short. Text.', 30, 'Short. Text.'],
  [
    'at the nearest end of a sentence',
    'Aaaa bbbb. Cccc dddd. Eeee ffff gggg hhhh.',
    22,
    'Aaaa bbbb. Cccc dddd.',
  ],
  [
    'behind the length where that is nearer',
    'Aaaa bbbb. Cccc dddd eeee. Ffff gggg hhhh.',
    22,
    'Aaaa bbbb. Cccc dddd eeee.',
  ],
  [
    'at a word where no sentence ends near it',
    'Aa. Bbbb cccc dddd eeee ffff gggg hhhh iiii.',
    18,
    'Aa. Bbbb cccc dddd…',
  ],
  ['not within a word with hyphens', 'aaaa bbbb cccc end-to-end dddd', 21, 'aaaa bbbb cccc…'],
  ['without a comma that hangs on', 'aaaa bbbb, (cccc dddd eeee ffff', 12, 'aaaa bbbb…'],
  ['between Chinese words', '水在标准大气压下加热到一百摄氏度时会沸腾并变成水蒸气', 10, /^水在标准.{2,6}…$/],
  [
    'within a word that is longer than all',
    `https://e.org/${'a'.repeat(90)}`,
    30,
    /^https:\/\/e\.org\/a{16}…$/,
  ],
  ['never within a character', '👩‍👩‍👧'.repeat(9), 20, `${'👩‍👩‍👧'.repeat(2)}…`],
])('a text is cut %s', (_, text, length, expected) => {
  if (typeof expected === 'string') expect(shown(text, length)).toBe(expected);
  else expect(shown(text, length)).toMatch(expected);
});

test('indivisible parts are not cut, and the result is empty if nothing fits', () => {
  expect(shown('aaaa bbbb XXXXXXXXXX cccc', 14, [{ start: 10, end: 20 }])).toBe('aaaa bbbb…');
  expect(shown('Aaaa bb Cccc. Ddd eeee. Ffff', 12, [{ start: 5, end: 17 }])).toBe('Aaaa…');
  expect(shown('XXXXXXXXXXXXXXXXXXXXXXXXXX', 14, [{ start: 0, end: 26 }])).toBeUndefined();
  expect(shown('', 14)).toBeUndefined();
});

test('a cut is never much longer than asked for, nor within anything whole', () => {
  const piece = fc.constantFrom(
    'a',
    'Bc',
    '.',
    '. ',
    '? ',
    ' ',
    ', ',
    '3.5',
    'e.g. ',
    '。',
    '汉字',
    '(',
    ')',
    '😀',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 80 }),
      fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 3 }),
      fc.integer({ min: 6, max: 40 }),
      (pieces, lengths, length) => {
        const text = pieces.join('').trim();
        const whole: Stretch[] = [];
        for (const [gap, size] of lengths) {
          const start = (whole.at(-1)?.end ?? 0) + gap;
          if (start + size <= text.length) whole.push({ start, end: start + size });
        }
        const cut = placeToCut(text, whole, length);
        if (!cut) {
          // The result is empty only if a range that must not be cut, or a space or punctuation, is at the
          // start.
          expect(text === '' || whole.some(({ start }) => start <= length) || /^[\s\p{P}]/u.test(text)).toBe(
            true,
          );
          return;
        }
        expect(cut.end).toBeGreaterThan(0);
        expect(cut.end).toBeLessThanOrEqual(Math.min(text.length, length + tolerance(length)));
        expect(whole.filter(({ start, end }) => start < cut.end && cut.end < end)).toEqual([]);
        expect(text.slice(cut.end)).not.toMatch(/^[\udc00-\udfff]/);
        if (!cut.isSentence) expect(cut.end).toBeLessThanOrEqual(length);
      },
    ),
  );
});

test('a text as long as a file is cut in no time, whatever it is made of', () => {
  for (const piece of ['e.g. A ', 'A. ', 'a.', '. ', '"', '3.', 'J. ', 'a ', 'a', '汉']) {
    const text = piece
      .repeat(64 * 1024)
      .slice(0, 64 * 1024)
      .trim();
    const { result, milliseconds } = timeOnProcessor(() => placeToCut(text, [], 300));
    expect(result?.end).toBeLessThanOrEqual(400);
    expect(milliseconds, piece).toBeLessThan(1000);
  }
});
