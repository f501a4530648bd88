import { expect, test } from 'vitest';

import { renderMarkdown } from '../render';

const html = (markdown: string) => renderMarkdown(markdown).html;
const x = '<math data-tex="x"><mi>x</mi></math>';

test.each([
  ['a $x$, b', `a <span class="joined">${x},</span> b`],
  ['a $x$.', `a <span class="joined">${x}.</span>`],
  ['a ($x$) b', `a <span class="joined">(${x})</span> b`],
  ['a “$x$”; b', `a <span class="joined">“${x}”;</span> b`],
  ['$x$, $x$', `<span class="joined">${x},</span> ${x}`],
  ['$x$ and b', `${x} and b`],
  ['**$x$**, b', `<strong>${x}</strong>, b`],
])('%s keeps its signs beside the formula', (markdown, expected) => {
  expect(html(markdown)).toBe(`<p>${expected}</p>`);
});

test('punctuation is moved into the last part of a formula with several lines', () => {
  expect(html('$x = y$, b')).toMatch(
    /<mrow><mi>y<\/mi><mtext data-sign="">,<\/mtext><\/mrow><\/math> b<\/p>$/,
  );
});

test('displays, and the beginning of an answer, stay as they are', () => {
  expect(html('$$x$$, b')).not.toMatch(/joined|<mtext>,/);
  expect(renderMarkdown('So $x$, b.').beginning.html).toBe(`<p>So ${x}, b.</p>`);
});
