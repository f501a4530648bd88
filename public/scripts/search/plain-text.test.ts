import { expect, test } from 'vitest';

import { timeOnProcessor } from '@/lib/testing/processor-time';
import { plainText } from './plain-text.js';

/** The text of a published question with this answer. */
function plain(answer: string): string {
  return plainText(`---\ntitle: "T"\n---\n\n# T\n\n${answer}\n`).text;
}

test('the question and the label of the short answer are left out', () => {
  const markdown = '---\ntitle: "A: b"\n---\n\n# A \\*b\\*\n\n> In short: Yes.\n\nIt is.\n';
  expect(plainText(markdown)).toEqual({ text: 'Yes. It is.', headings: '' });
  expect(plainText('---\nid: 1\n---\n\n# A\n\n> In short is quoted.\n').text).toBe('In short is quoted.');
});

test('headings are text too, and told from the sentence below', () => {
  const markdown = '# T\n\nA.\n\n## Why *not* violet?\n\nB.\n\n### Rates `x` ##\n\nC.\n';
  expect(plainText(markdown)).toEqual({
    text: 'A. Why not violet? B. Rates x: C.',
    headings: 'Why not violet? Rates x',
  });
});

test.each([
  ['**bold**, *it* and _this_, ***both***, ~~gone~~', 'bold, it and this, both, gone'],
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['**a *b* c**', 'a b c'],
  ['\\*literal\\* and 5 \\$', '*literal* and 5 $'],
  ['[text](https://a.example/b_(c) "title") and [*more*][ref].\n\n[ref]: /x', 'text and more.'],
  ['[![alt](/a.png)](/b)', 'alt'],
  ['<https://a.example/b>', 'https://a.example/b'],
  ['A note[^1].\n\n[^1]: Below.', 'A note. Below.'],
  ['H<sub>2</sub>O<br>next', 'H2O next'],
  ['Array<string> & R&amp;D&nbsp;x', 'Array<string> & R&D x'],
  ['- one\n  1. two\n- [x] done\n\n> - said', 'one two done said'],
  ['| a | b |\n| --- | :-: |\n| 1 \\| 2 | `x|y` |', 'a b 1 | 2 x|y'],
  ['a\n\n***\n\nb\n\n- - -\n\nc', 'a b c'],
])('%j reads %j', (answer, text) => {
  expect(plain(answer)).toBe(text);
});

test('code stays as it was written, on one line', () => {
  expect(plain('Run `a *b* __c__`:\n\n```py\n# no heading\nx = **y\n```\n\ndone')).toBe(
    'Run a *b* __c__: # no heading x = **y done',
  );
  expect(plain('- ~~~\n  a_b_c\n  ~~~\n- next')).toBe('a_b_c next');
  expect(plain('```\nnever closed *a*')).toBe('never closed *a*');
});

test('a formula is written as readers type it', () => {
  expect(plain('Let $x$, \\(y = 2\\) and $a^2$ be; \\[\\frac12\\] $$\nE\n$$ or $ \\pi $.')).toBe(
    'Let x, y = 2 and a² be; 1/2 E or π.',
  );
});

test('prices are no formulas', () => {
  expect(plain('From $5 to $10, or $5/$10, or $ 5 and $ 6.')).toBe(
    'From $5 to $10, or $5/$10, or $ 5 and $ 6.',
  );
});

test.each([
  '`',
  '``` ',
  '\\(',
  '[',
  '![',
  '*a',
  '_a ',
  '$a',
  '<br',
  '> ',
  '|',
  '- ',
  '#',
  '~~~\n',
  '\\[\n',
  '$ ',
  '$x^{',
  '\\(\\frac{',
])('endless %j takes no endless time', (sign) => {
  const { milliseconds } = timeOnProcessor(() => plain(sign.repeat(Math.ceil(65_536 / sign.length))));
  expect(milliseconds).toBeLessThan(2000);
});
