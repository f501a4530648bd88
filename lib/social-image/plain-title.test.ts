import { expect, test } from 'vitest';

import { plainTitle } from './plain-title';

test('formulas are read out, code loses its backticks, money stays', () => {
  expect(plainTitle('Why is $x^2 \\geq 0$?')).toBe('Why is x²\u00a0≥\u00a00?');
  expect(plainTitle('What does `*p++` do?')).toBe('What does *p++ do?');
  expect(plainTitle('Is it $5 or $10?')).toBe('Is it $5 or $10?');
});

test('a long formula may be broken at its spaces', () => {
  expect(plainTitle('\\(a + b + c + d + e + f = g\\)')).toBe('a + b + c + d + e + f = g');
});

test('lines above letters are macrons, which the fonts of the letters have', () => {
  expect(plainTitle('Is $\\bar{q} = \\overline{AB}$?')).toBe('Is q\u0304\u00a0=\u00a0A\u0304B\u0304?');
});
