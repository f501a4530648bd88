import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { typeset } from './formula';
import { renderMarkdown } from './render';

function mathmlOf(tex: string, display: boolean) {
  const formula = typeset(tex, display);
  return 'mathml' in formula ? formula.mathml : undefined;
}

function faultOf(tex: string) {
  const formula = typeset(tex, false);
  return 'fault' in formula ? formula.fault : undefined;
}

test('equal formulas are set once', () => {
  const first = mathmlOf('\\frac{1}{2}', false);
  expect(mathmlOf('\\frac{1}{2}', false)).toBe(first);
  expect(mathmlOf('\\frac{1}{2}', true)).not.toBe(first);
});

test('a page does not change the formulas that it shares with others', () => {
  const tex = '\\sum_{i=1}^n \\text{if } \\begin{pmatrix} a & b \\end{pmatrix}';
  const answer = `# $${tex}$\n\n$$${tex}$$\n\n| $${tex}$ | b |\n|--:|---|\n| $${tex}$ | c |\n\n- $${tex}$\n\n> [$${tex}$](/a)`;
  const htmlOf = () =>
    [true, false].map((display) => {
      return toHtml([...(mathmlOf(tex, display) ?? [])]);
    });
  const before = htmlOf();
  const page = renderMarkdown(answer).html;
  expect(htmlOf()).toEqual(before);
  expect(renderMarkdown(answer).html).toBe(page);
});

test.each([
  ['\\ce{\\$ \\}} a', 'the argument of \\ce or \\pu is not valid'],
  ['\\ce{A\\bond{x}B}', 'the argument of \\ce or \\pu is not valid'],
  ['\\ce{A}}', "Expected 'EOF', got '}'"],
  ['\\nonsense', 'Unsupported function name: \\nonsense'],
])('%s is at fault: %s', (tex, reason) => {
  expect(faultOf(tex)).toBe(`The formula cannot be converted: ${reason}.`);
});

test('a formula that is too long is at fault', () => {
  expect(faultOf('x'.repeat(limits.formulaLength))).toBeUndefined();
  expect(faultOf('x'.repeat(limits.formulaLength + 1))).toContain('split it');
});

test('a formula whose definitions repeat text too often is at fault', () => {
  const repeated = (times: number) =>
    `\\def\\a#1{${'#1'.repeat(60)}}\\def\\b{\\a{\\a{x}}}${'\\b'.repeat(times)}`;
  expect(faultOf(repeated(1))).toBeUndefined();
  expect(faultOf(repeated(12))).toContain('more than 20,000 elements');
});

test.each(['x^2', '\\frac12', 'x_1^2', '\\num{1}', '&x', 'a=b\\\\', '\\hat x'])(
  'a formula of %s in the maximum length is not too large',
  (part) => {
    const content = part.repeat(Math.floor((limits.formulaLength - 40) / part.length));
    expect(faultOf(`\\begin{matrix}${content}\\end{matrix}`) ?? '').not.toContain('elements');
  },
);
