import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';

import { typeset } from '../formula';

const sum = (terms: number) => Array.from({ length: terms }, (_, index) => `a_{${index}}`).join('+');

/** A formula as HTML, and its rows, between which a line may break. */
function set(tex: string, display = true): { html: string; rows: string[] } {
  const formula = typeset(tex, display);
  if ('fault' in formula) throw new Error(formula.fault);
  const [math] = formula.mathml;
  if (math?.type !== 'element') throw new Error('not a formula');
  return {
    html: toHtml({ type: 'root', children: [...formula.mathml] }),
    rows: math.children.map((row) => toHtml(row)),
  };
}

test('a formula that fits every page stays as it is', () => {
  const { html, rows } = set('y=a+b');
  expect(rows).toHaveLength(1);
  expect(html).not.toContain('--w');
  expect(html).not.toContain('infix');
});

test('a wide formula may be broken before each operator between its terms', () => {
  const { html, rows } = set(`s=${sum(30)}`);
  expect(rows).toHaveLength(31);
  expect(rows[0]).toBe('<mrow><mi>s</mi></mrow>');
  expect(rows[1]).toBe('<mrow><mo form="infix">=</mo><msub><mi>a</mi><mn>0</mn></msub></mrow>');
  expect(html).not.toContain('--w');
});

test('a sign of a term is no operator between terms', () => {
  const { rows } = set(`-x=${sum(30)}\\cdot(-y)`);
  expect(rows[0]).toContain('−');
  expect(rows).toHaveLength(32);
});

test('content in brackets is divided if it is wider than a page', () => {
  expect(set(`s=(${sum(40)})`).rows).toHaveLength(41);
  expect(set(`s=${sum(20)}-(a+b)`).rows).toHaveLength(22);
});

test.each([
  ['a power of brackets', String.raw`\left(${sum(40)}\right)^2`],
  ['a fraction', String.raw`\frac{${sum(40)}}{n}`],
  ['a root', String.raw`\sqrt{${sum(40)}}`],
  ['aligned lines', String.raw`\begin{aligned}s&=${sum(40)}\end{aligned}`],
  ['a formula with a number', String.raw`s=${sum(40)}\tag{1}`],
  ['a matrix', String.raw`\begin{pmatrix}${Array.from({ length: 40 }, () => 'a').join('&')}\end{pmatrix}`],
])('an indivisible formula has its width: %s', (_, tex) => {
  // Only display formulas can have numbers.
  for (const display of tex.includes('tag') ? [true] : [true, false]) {
    const width = Number(/--w:(\d+)/.exec(set(tex, display).html)?.[1]);
    expect(width).toBeGreaterThan(40);
    expect(width).toBeLessThan(130);
  }
});

test('the space in a wide matrix is relative to its font size', () => {
  const row = Array.from({ length: 40 }, () => 'a').join('&');
  expect(set(String.raw`\begin{matrix}${row}\end{matrix}`).html).toContain('padding-right:0.5em');
});
