import { expect, test } from 'vitest';

import { findSearchText } from './search-text';

/** A page with this inside what is searched. */
function page(content: string): string {
  return `<!DOCTYPE html><html><body><nav>Menu</nav><article data-search-body>${content}</article><p>Foot</p></body></html>`;
}

test('text within the body counts, what is ignored does not', () => {
  const html = page(
    '<header data-search-ignore><h1>Title</h1></header><p>One <em>t</em>wo.</p><p>Three.</p>',
  );
  expect(findSearchText(html)).toEqual({ text: 'One two. Three.', headings: '' });
});

test('headings are text too, and told from the sentence below', () => {
  expect(findSearchText(page('<p>A.</p><h2>Why not violet?</h2><p>B.</p><h3>Rates</h3><p>C.</p>'))).toEqual({
    text: 'A. Why not violet? B. Rates: C.',
    headings: 'Why not violet? Rates',
  });
});

test('formulas that cannot be written in a row are left out', () => {
  const html = page(
    '<p>Speed <math><mi>sin</mi><mo>\u2061</mo><mi>v</mi></math> squared is <math><msup><mi>v</mi><mn>2</mn></msup></math>.</p>',
  );
  expect(findSearchText(html).text).toBe('Speed sin v squared is ….');
});

test('a page without a body has nothing to search', () => {
  expect(findSearchText('<p>x</p>')).toEqual({ text: '', headings: '' });
});
