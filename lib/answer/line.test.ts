import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';

import { lineHtml, plainLine } from './line';

test.each([
  ['Because $E = mc^2$, mass is energy.', 'Because E = mc², mass is energy.'],
  ['What is \\(\\sqrt{2}\\)?', 'What is √2?'],
  ['What does `*p++` do?', 'What does *p++ do?'],
  ['What does ``a`b`` do?', 'What does a`b do?'],
  ['Why is $x^2 \\geq 0$ for `x`?', 'Why is x² ≥ 0 for x?'],
  ['Is it $5 or $10?', 'Is it $5 or $10?'],
  ['What is H₂O?  Two  spaces', 'What is H₂O?  Two  spaces'],
  ['A lone ` and C:\\begin', 'A lone ` and C:\\begin'],
  ['$\\nonsense$', '\\nonsense'],
  ['Why is $\\overline{A + B} \\not= \\bar{A}$?', 'Why is A\u0305+\u0305B\u0305 ≠ A\u0305?'],
])('%s reads %s', (text, plain) => {
  expect(plainLine(text)).toBe(plain);
});

test('formulas and code are set, and all else are characters', () => {
  expect(lineHtml('<b> & $x^2$ of `<p>`')).toBe(
    '&lt;b> &amp; <math data-tex="x^2"><msup><mi>x</mi><mn class="tml-sml-pad">2</mn></msup></math> of <code>&lt;p></code>',
  );
  expect(lineHtml('$\\nonsense$')).toBe('<code>$\\nonsense$</code>');
  expect(lineHtml('Is it $5 or $10?')).toBeUndefined();
});

test('a text without formulas and code stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[$`\\]/.test(text));
      expect(plainLine(text)).toBe(text);
      expect(lineHtml(text)).toBeUndefined();
    }),
  );
});

test('any TeX becomes only MathML or code', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('$', '`', '<script>', '&', 'x', '\\(', '\\)', '"', '^2', ' ')),
      (parts) => {
        const page = fromHtml(lineHtml(parts.join('')) ?? '', { fragment: true });
        visit(page, 'element', ({ tagName }) => {
          expect(tagName).not.toBe('script');
        });
      },
    ),
  );
});
