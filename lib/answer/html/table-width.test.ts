import { expect, test } from 'vitest';

import { renderMarkdown } from '../render';

/** A table with one row, in which every column has the header `a`. */
function render(...cells: string[]): string {
  const row = (texts: string[]) => `| ${texts.join(' | ')} |`;
  const lines = [row(cells.map(() => 'a')), row(cells.map(() => '---')), row(cells)];
  return renderMarkdown(lines.join('\n')).html;
}

const widthOf = (html: string) => Number(/<table[^>]* style="--w:(\d+)"/.exec(html)?.[1]);

test('a table that fits every page stays as it is', () => {
  const html = render('some words that wrap wherever they have to', 'b', 'c');
  expect(html).toContain('<table>');
  expect(html).not.toContain('long');
});

test('a table with many columns has a width from the longest word of each', () => {
  const twelve = widthOf(render(...Array.from({ length: 12 }, () => 'one temperature')));
  expect(twelve).toBeGreaterThan(12 * 6);
  expect(twelve).toBeLessThan(12 * 10);
  const joined = widthOf(render(...Array.from({ length: 12 }, () => 'one **temp**era`ture`')));
  expect(joined).toBe(twelve);
});

test('a table too wide for letters that can be read is set row by row', () => {
  expect(render(...Array.from({ length: 12 }, () => 'word'))).not.toContain('rows-wrap');
  expect(render(...Array.from({ length: 60 }, () => 'word'))).toContain('class="rows-wrap"');
});

test.each([
  ['a word', 'x'.repeat(200)],
  ['code', `\`${'x'.repeat(200)}\``],
])('a cell with a long word may break it, and widens its table no further: %s', (_, long) => {
  const html = render(long, 'b', 'c');
  expect(html).toContain('<td class="long">');
  expect(html).not.toContain('--w');
});

test('a formula in a cell counts by the parts between which it wraps', () => {
  const terms = Array.from({ length: 40 }, (_, index) => `a_{${index}}`).join('+');
  expect(render(`$s=${terms}$`, 'b')).not.toContain('<table style');
  expect(widthOf(render(`$\\frac{${terms}}{n}$`, 'b'))).toBeGreaterThan(40);
});
