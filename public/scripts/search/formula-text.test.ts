import fc from 'fast-check';
import { expect, test } from 'vitest';

import { timeOnProcessor } from '@/lib/testing/processor-time';
import { formulaText } from './formula-text.js';

test.each([
  ['E = mc^2', 'E = mc²'],
  ['E=mc^{2}', 'E=mc²'],
  ['x^{k+1} + e^x', 'x^(k+1) + e^x'],
  [String.raw`\mathrm{H_2O}`, 'H₂O'],
  [String.raw`\ce{2H2O -> 2H2 + O2}`, '2 H2O -> 2 H2 + O2'],
  [String.raw`x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}`, 'x = (-b ± √(b² - 4ac))/2a'],
  [String.raw`\text{margin} = \frac{\text{turnover}}{n_i}`, 'margin = turnover/(n_i)'],
  [String.raw`\sin\theta \le \lambda`, 'sin θ ≤ λ'],
  [String.raw`\begin{pmatrix} 0 & -1 \\ 1 & 0 \end{pmatrix}`, '0 -1 1 0'],
  [String.raw`\left( a \right)\{b\}`, '( a ){b}'],
  [String.raw`\frac12 + x^23`, '1/2 + x²3'],
  ['}{', ''],
  ['', ''],
])('%s is typed %s', (tex, text) => {
  expect(formulaText(tex)).toBe(text);
});

test('any text is read, all letters that are no command stay, and nothing takes long', () => {
  const parts = [
    '\\frac',
    '\\sqrt',
    '{',
    '}',
    '^',
    '_',
    '\\',
    ' ',
    'x',
    '12',
    '\\ce',
    '\\begin{a}',
    '&',
    '\n',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts)), (pieces) => {
      const letters = pieces.filter((piece) => piece === 'x').length;
      const isShallow = pieces.filter((piece) => piece === '{').length < 15;
      const text = formulaText(pieces.join(' '));
      if (isShallow) expect(text.split('x')).toHaveLength(letters + 1);
      expect(text).not.toMatch(/\s\s|[&~]/);
    }),
  );
  for (const part of parts) {
    const { milliseconds } = timeOnProcessor(() => formulaText(part.repeat(2000)));
    expect(milliseconds).toBeLessThan(500);
  }
});
