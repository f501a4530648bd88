import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, vi } from 'vitest';

import { limits } from '@/lib/limits';
import { renderMarkdown } from './render';

const html = (markdown: string) => renderMarkdown(markdown).html;
const codes = (markdown: string) =>
  renderMarkdown(markdown).remarks.map(({ code, offset }) => [code, offset]);
const text = (markdown: string) => html(markdown).replace(/<[^>]*>/g, '');

test.each([
  ['Array<string>', 'Array&lt;string>'],
  ['a < b and {curly} and snake_case_name', 'a &lt; b and {curly} and snake_case_name'],
  ['the type <T>', 'the type &lt;T>'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['{`x`} ${y}', '{x} ${y}'],
  ['import x from "y"', 'import x from "y"'],
])('%s shows as typed', (markdown, shown) => {
  expect(text(markdown).trim()).toBe(shown);
});

test('the first definition of an identifier counts, wherever it is', () => {
  const links = html('[a] [B][] [c]\n\n> [A]: /1\n\n- [a]: /2\n  [b]: /3\n  [B]: /4');
  expect(links).toContain('<p><a href="/1">a</a> <a href="/3">B</a> [c]</p>');
  const notes = html('a[^N] b[^o]\n\n> [^n]: First\n\n[^n]: Second\n\n[^o]: Other');
  expect(notes).toMatch(/user-content-fn-n".*user-content-fn-o".*<li id="user-content-fn-n">\n<p>First /s);
  expect(notes).not.toContain('Second');
});

test('formulas are allowed wherever text is, but not in code', () => {
  expect(html('A $x$, **b $y_1 * z_1$**')).toMatch(
    /<math data-tex="x">.*<strong>b <math data-tex="y_1 \* z_1">/,
  );
  expect(html('| $|a|$ | $$b$$ |\n|---|---|\n| 1 | 2 |')).toMatch(
    /<th scope="col"><math data-tex="[^"]*">.*<th scope="col"><math data-tex="[^"]*">/s,
  );
  expect(html('1. a\n   $$\n   x\n   $$\n   b')).toMatch(/<li>a\s<span class="formula".*<\/span>\sb<\/li>/);
  expect(html('> $$\n> a > b\n> $$')).toMatch(/<blockquote>\s<p><span class="formula".*<mo>><\/mo>/);
  expect(html('`$x$`\n\n    $y$\n\n```\n$z$\n```')).not.toContain('<math');
  expect(html('`$x$`\n\n    $y$')).toMatch(/<code>\$x\$<\/code>.*<code>\$y\$/s);
  expect(html('[a $x$](https://e.org/$b$)')).toMatch(/href="https:\/\/e.org\/\$b\$">a <math data-tex="x">/);
});

test('a formula that cannot be set is reported at its place and shown as its source', () => {
  const { html: shown, remarks } = renderMarkdown('Let $a$ be $\\frac{1}{\\foo}$.');
  expect(shown).toContain('<code class="formula-source">$\\frac{1}{\\foo}$</code>');
  expect(remarks).toMatchObject([{ code: 'formula', severity: 'warning' }]);
  expect(remarks[0]?.message).toContain('\\foo');
  expect(codes(`a $${'x'.repeat(limits.formulaLength + 1)}$`)).toEqual([['formula', 3]]);
});

test('br, sub and sup are applied, other tags are shown and reported', () => {
  expect(html('H<sub>2</sub>O, a<br>b, E=mc<sup>**2**</sup>')).toBe(
    '<p>H<sub>2</sub>O, a<br>\nb, E=mc<sup><strong>2</strong></sup></p>',
  );
  expect(text('<div>\nblock\n</div>')).toContain('&lt;div>\nblock\n&lt;/div>');
  expect(codes('a <b>bold</b>')).toEqual([
    ['raw-html', 2],
    ['raw-html', 9],
  ]);
  expect(text('<sub>never closed')).toContain('&lt;sub>never closed');
});

test('code is highlighted in languages that are known', () => {
  const known = html('```python\nprint("a\\n")\n```');
  expect(known).toContain('<figcaption>Python</figcaption>');
  expect(known).toContain('<span class="hljs-string">"a\\n"</span>');
  expect(known).toContain('tabindex="0"');
  expect(html('```nolang\n<x>\n```')).toContain('<code>&lt;x>\n</code>');
  expect(codes('a\n\n```nolang\nx\n```')).toEqual([['code-language', 3]]);
});

test('tables are scrollable and mark their column headers', () => {
  const shown = html('| a | |\n|:-:|--:|\n| 1 | 2 |');
  expect(shown).toContain('<div class="table" tabindex="0"');
  expect(shown).toContain('<th class="align-center" scope="col">a</th>\n<td class="align-right"></td>');
});

test('headings have ids of their own and lead to themselves', () => {
  const { html: shown, headings } = renderMarkdown('### Query\n\n### Query\n\n#### When $n = 0$\n\n### !');
  expect(headings.map(({ id, rank }) => [id, rank])).toEqual([
    ['query-1', 2],
    ['query-2', 2],
    ['when-n0', 3],
    ['section', 2],
  ]);
  expect(shown).toContain('<h2 id="query-1">Query<a class="anchor" href="#query-1"');
});

test('footnotes and autolinks', () => {
  const shown = html('A note[^1] and https://example.org.\n\n[^1]: The $x$ of it.');
  const target = /href="#(user-content-fn-1)"/.exec(shown)?.[1] ?? '';
  expect(shown).toContain(`<li id="${target}">`);
  expect(shown).toContain('<a href="https://example.org">https://example.org</a>.');
});

test('links and images lead to the web, to mail and to our own pages alone', () => {
  expect(html('[a](/learn/x) [b](#c) [d](mailto:e@f.org) [g](http://h.org)')).toMatch(
    /^<p><a href="\/learn\/x">a<\/a> <a href="#c">b<\/a> <a href="mailto:e@f.org">d<\/a> <a href="http:\/\/h.org">g<\/a><\/p>$/,
  );
  for (const bad of ['javascript:x', 'data:text/html,x', '//evil.org', 'vbscript:x', 'file:///x', 'x']) {
    expect(html(`[a](${bad})`), bad).toBe('<p>a</p>');
    expect(html(`![a](${bad})`), bad).toBe('<p>a</p>');
  }
  expect(codes('See [a](javascript:x).')).toEqual([['address', 4]]);
});

test('our own images have their size, and must be there', () => {
  const project = mkdtempSync(join(tmpdir(), 'images-'));
  mkdirSync(join(project, 'public/images'), { recursive: true });
  writeFileSync(join(project, 'secret.svg'), '<svg width="1" height="1"/>');
  writeFileSync(join(project, 'public/images/page.svg'), '<svg width="16" height="8"/>');
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(project);
  expect(html('![The page](/images/page.svg)')).toContain('width="16" height="8"');
  expect(codes('See ![a](/../secret.svg) ![b](/images/none.png)')).toEqual([
    ['image-missing', 4],
    ['image-missing', 25],
  ]);
  writeFileSync(join(project, 'public/images/damaged.png'), Buffer.from('89504e470d0a1a0a00', 'hex'));
  const codeOf = (address: string) => codes(`![a](${address})`);
  for (const address of ['/images', '/images/damaged.png']) {
    expect(codeOf(address), address).toEqual([['image-unusable', 0]]);
  }
  for (const address of ['/images/page.svg/x', '/%', '/%00', `/${'x'.repeat(300)}`]) {
    expect(codeOf(address), address).toEqual([['image-missing', 0]]);
  }
  expect(html('![a](https://e.org/x.png)')).toContain('loading="lazy"');
  cwd.mockRestore();
  rmSync(project, { recursive: true });
});

test('excessive nesting is rejected before parsing', () => {
  expect(codes(`a\n\n${'> '.repeat(2000)}b`)).toEqual([['too-deep', 3]]);
  expect(codes('!['.repeat(5000))).toEqual([['too-many-brackets', 0]]);
  expect(codes(`${'> '.repeat(limits.blockDepth)}b`)).toEqual([]);
  expect(codes(`\`\`\`\n${'> '.repeat(2000)}\n\`\`\`\n\n${'- '.repeat(40)}`)).toEqual([]);
  expect(renderMarkdown(`${'> '.repeat(2000)}<b>`).html).toMatch(/^<pre class="answer-source">> > .*&lt;b>/);
});

test('characters that Unicode keeps for programs are not taken for ours', () => {
  expect(html('\uFDD0\uFDD2 $x$ \uFDD0\uFDD1\uFDD2')).toBe(
    '<p>\uFFFD\uFFFD <math data-tex="x"><mi>x</mi></math> \uFFFD\uFFFD\uFFFD</p>',
  );
});

test('no heading gets the id of a footnote or of the page', () => {
  const { html } = renderMarkdown('# user-content-fn-1\n\n# Topics\n\nA[^1].\n\n[^1]: b');
  const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain('topics');
});
