import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import type { Element, Properties, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { expect, test } from 'vitest';

import { renderMarkdown } from '@/lib/answer/render';
import { sampleAnswers } from '@/lib/answer/sample-answers';
import { hostileTex, intrudersIn } from '@/lib/testing/hostile/formulas';
import { feedFormula } from '@/public/scripts/copy/readable-mathml.js';
import { feedHtml } from './feed-html';

const url = 'https://library.example/learn/law/questions/what-is-a-tort';

test('links lead where they lead on the page', () => {
  const { html } = renderMarkdown(
    '## One\n\n[a](/learn/law) [b](#one) [c](https://other.example/x) [d](mailto:a@b.example)\n\nText[^1]\n\n[^1]: Note',
  );
  const links = [...feedHtml(html, url, 'q1-').matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual([
    'https://library.example/learn/law',
    `${url}#one`,
    'https://other.example/x',
    'mailto:a@b.example',
    `${url}#user-content-fn-1`,
    `${url}#user-content-fnref-1`,
  ]);
});

test('references in formulas lead where they lead on the page', () => {
  const { html } = renderMarkdown('$$ x \\label{a} $$\n\nBy \\eqref{a} and $y^2 \\text{ of \\eqref{a}}$.');
  const links = [...feedHtml(html, url, 'q1-').matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual([`${url}#user-content-eq-a`, `${url}#user-content-eq-a`]);
});

test('attributes for our styles and scripts are removed', () => {
  const { html } = renderMarkdown(
    '## One\n\n$$x^2$$\n\n```python\nprint("<a>")\n```\n\n| a | b |\n|--|:-:|\n| 1 | 2 |',
  );
  const result = feedHtml(html, url, 'q1-');
  expect(result).not.toMatch(/class=|style=|tabindex=|role=|aria-|data-|<span/);
  expect(result).toContain('<h2 id="q1-one">One</h2>');
  expect(result).toContain('<p>x²</p>');
  expect(result).toContain('<code>print("&#x3C;a>")\n</code>');
  expect(result).toContain('<th scope="col">b</th>');
});

test.each(hostileTex)('the TeX %s stays within its formula', (tex) => {
  for (const markdown of [`$${tex}$`, `$$\n${tex}\n$$`]) {
    const result = feedHtml(renderMarkdown(markdown).html, url, 'q1-');
    expect(result).not.toContain('formula-source');
    expect(intrudersIn(result), result).toEqual([]);
  }
});

const hostile =
  '[a](/x?a=1&b=<c>"d"\'e`f "t > \'u\' v") ![i > "j"](https://a.b/c.png?d&e "k") <b> &amp; &lt; &quot; [m](https://a.b/?q=%22&r=[n]) <http://o.p/\'q`>';

test('the result equals that of an HTML parser', () => {
  const files = ['content', 'e2e/content', 'lib/answer/golden'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => readFileSync(join(folder, path), 'utf8')),
  );
  const same = (markdown: string) => {
    const { html } = renderMarkdown(markdown);
    expect(feedHtml(html, url, 'q1-')).toBe(
      feedHtmlOfTree(html.replace(/<math[ >][^]*?<\/math>/g, feedFormula), url),
    );
  };
  [hostile, ...files].forEach(same);
  fc.assert(fc.property(sampleAnswers(false), same));
});

/** Attributes that have a meaning without the styles and scripts of this site. */
const kept = new Set(['href', 'src', 'alt', 'title', 'width', 'height', 'id', 'start', 'scope', 'colSpan']);

/** The same conversion with an HTML parser, for comparison. */
function feedHtmlOfTree(html: string, url: string): string {
  const page: Root = fromHtml(html, { fragment: true });
  visit(page, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (isAnchor(node)) {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.tagName === 'span') {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    if (node.tagName === 'math') {
      visit(node, 'element', cleanFormula);
      return SKIP;
    }
    node.properties = keep(node.properties, url);
    return undefined;
  });
  return toHtml(page);
}

/** The link of a heading to itself. */
function isAnchor({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('anchor');
}

/** All attributes of MathML are kept, because they belong to the content of a formula. */
function cleanFormula(element: Element): void {
  const { className: _, style: __, ...properties } = element.properties;
  element.properties = properties;
}

function keep(properties: Properties, url: string): Properties {
  const remaining: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (!kept.has(name)) continue;
    const isAddress = (name === 'href' || name === 'src') && typeof value === 'string';
    if (name === 'id') remaining.id = `q1-${String(value)}`;
    else remaining[name] = isAddress ? resolveAddress(value, url) : value;
  }
  return remaining;
}

function resolveAddress(address: string, url: string): string {
  return URL.canParse(address, url) ? new URL(address, url).href : address;
}
