import { expect, test } from 'vitest';

import { formulaText } from './formula-text';

test.each([
  ['x^2+1', 'x² + 1'],
  ['x^{n+1}', 'xⁿ⁺¹'],
  ['e^{i\\pi} = -1', 'e^(iπ) = −1'],
  ['\\frac{a+b}{2}', '(a + b)/2'],
  ['\\binom{n}{k}', '(n over k)'],
  ['\\sqrt{x+1}', '√(x + 1)'],
  ['\\frac{\\sqrt\\pi}{2}', '√π/2'],
  ['\\sqrt[3]{x}', '³√x'],
  ['\\sum_{i=1}^n i^2', '∑_(i=1)ⁿ i²'],
  ['\\lim_{x\\to 0}\\frac{\\sin x}{x}', 'lim_(x→0) (sin x)/x'],
  ["f'(x)", 'f′(x)'],
  ['\\mathbb{R}^n', 'ℝⁿ'],
  ['\\mathbf{v}\\cdot\\vec{w}', 'v⋅w'],
  ['\\text{if } x\\le 3', 'if x ≤ 3'],
  ['H_2O', 'H₂O'],
  ['90^\\circ', '90°'],
  ['\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', '(a b; c d)'],
])('%s reads %s', (tex, text) => {
  expect(formulaText(tex)).toBe(text);
});

test('a formula that cannot be converted is shown as typed', () => {
  expect(formulaText(' \\nonsense{ ')).toBe('\\nonsense{');
});
