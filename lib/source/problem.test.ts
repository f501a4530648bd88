import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { placesOf } from './places';
import { boundProblems, formatProblem, warningAt, errorAt } from './problem';

const start = { line: 1, column: 1 };

test('what a message quotes can neither begin a line nor change how it shows', () => {
  const message = 'found "a\n::error::forged\u2028b\u001B[31m\u202Ec"';
  expect(formatProblem({ file: 'a.md', ...errorAt(start, 'x', message) })).toBe(
    'a.md:1:1  error  found "a ::error::forged b\uFFFD[31m\uFFFDc"  [x]',
  );
});

test('a message that quotes a whole file is cut', () => {
  const shown = formatProblem({ file: 'a.md', ...errorAt(start, 'x', 'y'.repeat(50_000)) });
  expect(shown.length).toBeLessThan(1000);
  expect(shown).toContain('y…  [x]');
});

test('of many problems the errors are named first, and the last says that there are more', () => {
  const warnings = Array.from({ length: 1000 }, () => warningAt(start, 'w', 'w'));
  const bounded = boundProblems([...warnings, errorAt(start, 'e', 'e')]);
  expect(bounded).toHaveLength(limits.problemsOfFile);
  expect([bounded[0]?.code, bounded.at(-1)?.code]).toEqual(['e', 'too-many-problems']);
  expect(boundProblems(warnings.slice(0, limits.problemsOfFile))).toHaveLength(limits.problemsOfFile);
});

test('a place is told from an offset', () => {
  const placeAt = placesOf('ab\n\ncd');
  expect([0, 2, 3, 4, 6].map(placeAt)).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 3, column: 3 },
  ]);
});
