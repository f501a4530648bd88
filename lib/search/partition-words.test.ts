import fc from 'fast-check';
import { expect, test } from 'vitest';

import { partitionWords } from './partition-words';

/** The words of each stretch. */
function cut(words: string[], most: number, sizeOf = (word: string) => word.length): string[][] {
  const sorted = [...new Set(words)].sort();
  return partitionWords(sorted, sorted.map(sizeOf), most).map(({ from, to }) => sorted.slice(from, to));
}

test('words that begin alike stay together until they are too heavy', () => {
  expect(cut(['ab', 'ac', 'b'], 10)).toEqual([['ab', 'ac', 'b']]);
  expect(cut(['ab', 'ac', 'b', 'c'], 4)).toEqual([
    ['ab', 'ac'],
    ['b', 'c'],
  ]);
  expect(cut(['a', 'ab', 'abc', 'abd'], 6)).toEqual([['a'], ['ab', 'abc'], ['abd']]);
});

test('a word that is too heavy by itself stands alone', () => {
  expect(cut(['a', 'b', 'c'], 5, (word) => (word === 'b' ? 9 : 1))).toEqual([['a'], ['b'], ['c']]);
});

const anyWords = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '😀'), minLength: 1 }), {
  maxLength: 60,
});

test('every word is in one stretch, which its start tells from the others', () => {
  fc.assert(
    fc.property(anyWords, fc.integer({ min: 1, max: 40 }), (all, most) => {
      const words = [...new Set(all)].sort();
      const stretches = partitionWords(
        words,
        words.map(({ length }) => length),
        most,
      );
      expect(stretches.flatMap(({ from, to }) => words.slice(from, to))).toEqual(words);
      for (const [place, { start, from }] of stretches.entries()) {
        expect(words[from]?.startsWith(start)).toBe(true);
        if (place > 0) expect((words[from - 1] ?? '') < start).toBe(true);
      }
    }),
  );
});

test('a new word changes few of the stretches', () => {
  const words = Array.from({ length: 2000 }, (_, number) => ((number * 7919) % 100_003).toString(36));
  const before = new Set(cut(words, 60).map(String));
  const after = cut([...words, 'mmm'], 60).map(String);
  expect(before.size).toBeGreaterThan(100);
  expect(after.filter((stretch) => !before.has(stretch)).length).toBeLessThan(6);
});
