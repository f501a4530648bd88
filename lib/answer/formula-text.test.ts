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
  ['\\mathbf{v}\\cdot\\vec{w}', 'v⋅w⃗'],
  ['\\text{if } x\\le 3', 'if x ≤ 3'],
  ['H_2O', 'H₂O'],
  ['90^\\circ', '90°'],
  ['\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', '(a b; c d)'],
  ['\\begin{pmatrix}1&-1\\\\-a&b-1\\end{pmatrix}', '(1 −1; −a b − 1)'],
])('%s reads %s', (tex, text) => {
  expect(formulaText(tex)).toBe(text);
});

test.each([
  ['a \\not= b', 'a ≠ b'],
  ['a \\neq b', 'a ≠ b'],
  ['x \\not\\in A', 'x ∉ A'],
  ['A \\not\\subset B', 'A ⊄ B'],
  ['a \\not< b', 'a ≮ b'],
  ['a \\not\\le b', 'a ≰ b'],
  ['a \\not\\equiv b', 'a ≢ b'],
  ['a \\not{=} b', 'a ≠ b'],
  ['3 \\not\\mid n', '3∤n'],
])('a negated relation is one character: %s reads %s', (tex, text) => {
  expect(formulaText(tex)).toBe(text);
});

test.each([
  ['\\bar{x}', 'x\u0305'],
  ['\\bar x = \\frac{1}{n}', 'x\u0305 = 1/n'],
  ['\\overline{AB}', 'A\u0305B\u0305'],
  ['\\overline{A + B} = \\overline{A}', 'A\u0305+\u0305B\u0305 = A\u0305'],
  ['\\overline{\\overline{A}}', 'A\u0305\u0305'],
  ['\\frac{\\bar{x}}{2}', 'x\u0305/2'],
  ['\\bar{x}^2', 'x\u0305²'],
  ['\\hat{p}_1', 'p\u0302₁'],
  ['\\hat{y}', 'ŷ'],
  ['\\tilde{n}', 'ñ'],
  ['\\dot{x} + \\ddot{x} + \\dddot{x}', 'ẋ + ẍ + x\u20db'],
  ['\\vec{AB}', 'A\u20d7B\u20d7'],
  ['\\overrightarrow{AB}', 'A\u20d7B\u20d7'],
  ['\\widehat{ABC}', 'ÂB\u0302Ĉ'],
])('accents stay: %s reads %s', (tex, text) => {
  expect(formulaText(tex)).toBe(text);
});

test.each([
  ['\\overset{!}{=}', '=^(!)'],
  ['x \\stackrel{def}{=} y', 'x =^(def) y'],
  ['A \\xrightarrow[b]{f} B', 'A →_b^f B'],
  ['\\sum\\limits^n', '∑ⁿ'],
  ['\\underset{x}{\\max} f', 'maxₓ f'],
  ['\\underbrace{a+b}_{n}', '(a + b)ₙ'],
  ['\\overbrace{x}^{n}', 'xⁿ'],
  ['\\overbrace{a+b}', 'a + b'],
])('texts above and below stay: %s reads %s', (tex, text) => {
  expect(formulaText(tex)).toBe(text);
});

test.each([
  ['x^{', '}'],
  ['x_{', '}'],
  ['\\sqrt[', ']{y}'],
  ['\\overset{', '}{y}'],
])('nesting of %s multiplies neither time nor text', (open, close) => {
  const deep = (depth: number) => formulaText(`${open.repeat(depth)}z${close.repeat(depth)}`);
  expect(deep(60)).toContain('z');
  expect(deep(60).length).toBeLessThan(3 * deep(20).length + 10);
});

test('a formula that cannot be converted is shown as typed', () => {
  expect(formulaText(' \\nonsense{ ')).toBe('\\nonsense{');
});
