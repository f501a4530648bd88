import { expect, test } from 'vitest';

import { renderMarkdown } from '@/lib/answer/render';
import { feedFormula } from './readable-mathml.js';

function formula(tex: string): string {
  const [math = ''] = /<math[^]*<\/math>/.exec(renderMarkdown(`$${tex}$`).html) ?? [];
  expect(math).not.toBe('');
  return feedFormula(math);
}

function withoutTags(markup: string): string {
  return markup
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

test.each([
  ['E = mc^2', 'E = mc²'],
  ['x_1^2 + x_2^{-1}', 'x₁² + x₂⁻¹'],
  [String.raw`\ce{2H2O -> 2H2 + O2}`, '2 H₂O → 2 H₂ + O₂'],
  [String.raw`\vec v \in \mathbb{R}`, 'v⃗ ∈ ℝ'],
  ['a < b', 'a &lt; b'],
  ['-x', '−x'],
  [String.raw`\sin x`, 'sin x'],
  [String.raw`f'(x) = 90^\circ`, 'f′(x) = 90°'],
])('%s is plain text: %s', (tex, text) => {
  expect(formula(tex)).toBe(text);
});

test.each([
  [String.raw`x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}`, 'x = (−b ± √(b² − 4ac))/(2a)'],
  [String.raw`\sqrt[3]{x + 1}`, '(x + 1)^(1/3)'],
  [String.raw`\sum_{i=1}^n x^{k+1}`, '∑_(i = 1)^nx^(k + 1)'],
  [String.raw`\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}`, '(1 2; 3 4)'],
  [String.raw`\frac{\text{turnover}}{12}`, 'turnover/12'],
  ['e^x', 'e^x'],
])('%s keeps its form, and reads right without tags: %s', (tex, text) => {
  const markup = formula(tex);
  expect(markup).toMatch(/^<math[ >][^]*<\/math>$/);
  expect(withoutTags(markup)).toBe(text);
});
