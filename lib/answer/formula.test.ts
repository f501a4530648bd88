import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { findFault, typeset } from './formula';
import { renderMarkdown } from './render';

test('equal formulas are set once', () => {
  const first = typeset('\\frac{1}{2}', false);
  expect(typeset('\\frac{1}{2}', false)).toBe(first);
  expect(typeset('\\frac{1}{2}', true)).not.toBe(first);
});

test('a page does not change the formulas that it shares with others', () => {
  const tex = '\\sum_{i=1}^n \\text{if } \\begin{pmatrix} a & b \\end{pmatrix}';
  const answer = `# $${tex}$\n\n$$${tex}$$\n\n| $${tex}$ | b |\n|--:|---|\n| $${tex}$ | c |\n\n- $${tex}$\n\n> [$${tex}$](/a)`;
  const htmlOf = () =>
    [true, false].map((display) => {
      const result = typeset(tex, display);
      return 'mathml' in result ? toHtml([...result.mathml]) : '';
    });
  const before = htmlOf();
  const page = renderMarkdown(answer).html;
  expect(htmlOf()).toEqual(before);
  expect(renderMarkdown(answer).html).toBe(page);
});

test.each([
  ['\\ce{\\$ \\}} a', 'what stands in \\ce or \\pu is not understood'],
  ['\\ce{A\\bond{x}B}', 'what stands in \\ce or \\pu is not understood'],
  ['\\ce{A}}', "Expected 'EOF', got '}'"],
  ['\\nonsense', 'Unsupported function name: \\nonsense'],
])('%s is at fault: %s', (tex, reason) => {
  expect(findFault(tex, false)?.fault).toBe(`The formula cannot be set: ${reason}.`);
});

test('a formula that is too long is at fault', () => {
  expect(findFault('x'.repeat(limits.formulaLength), false)).toBeUndefined();
  expect(findFault('x'.repeat(limits.formulaLength + 1), false)?.fault).toContain('divide it');
});
