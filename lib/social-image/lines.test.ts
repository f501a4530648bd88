import fc from 'fast-check';
import { expect, test } from 'vitest';

import { setLines } from './lines';

/** Every character half an em wide. */
const measure = (text: string) => Array.from(text).length / 2;
const steps = [
  { size: 40, lines: 1 },
  { size: 20, lines: 2 },
  { size: 10, lines: 3 },
];

test('a short text stands on one line, large', () => {
  expect(setLines('What is it?', measure, 400, steps)).toEqual({ size: 40, lines: ['What is it?'] });
});

test('a longer one gets smaller, in lines of about one length', () => {
  const block = setLines('one two three four five six seven', measure, 200, steps);
  expect(block).toEqual({ size: 20, lines: ['one two three four', 'five six seven'] });
});

test('a line may end after a hyphen, and no space is added there', () => {
  expect(setLines('non-steroidal anti-inflammatory', measure, 180, steps).lines).toEqual([
    'non-steroidal',
    'anti-inflammatory',
  ]);
});

test('a no-break space holds a formula together', () => {
  const { lines } = setLines('so that x\u00a0=\u00a0y holds here', measure, 130, steps);
  expect(lines.some((line) => line.includes('x\u00a0=\u00a0y'))).toBe(true);
});

test('a word that fits no line is broken at the smallest size only', () => {
  expect(setLines('abcdefghijklmnopqrstuvwxyz', measure, 100, steps)).toEqual({
    size: 10,
    lines: ['abcdefghijklmnopqrst', 'uvwxyz'],
  });
});

test('what is too long ends with an ellipsis after a whole word', () => {
  const { size, lines } = setLines('word, '.repeat(500).trim(), measure, 100, steps);
  expect(size).toBe(10);
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toBe('word, word, word…');
});

test('whatever the text: lines that fit, and no word lost without an ellipsis', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('a', '-', ' ', 'é', '👩‍🔬', '\u00a0'), maxLength: 3000 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { size, lines } = setLines(text, measure, 300, steps);
      expect(lines.length).toBeLessThanOrEqual(steps.find((step) => step.size === size)?.lines ?? 0);
      for (const line of lines) {
        // One grapheme may be wider than a line; nothing else is.
        const graphemes = Array.from(new Intl.Segmenter('en').segment(line)).length;
        if (graphemes > 1) expect(measure(line) * size).toBeLessThanOrEqual(300);
      }
      if (!lines.at(-1)?.endsWith('…')) {
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }
    }),
  );
});
