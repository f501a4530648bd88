import fc from 'fast-check';
import type { Element, Properties, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { expect, test } from 'vitest';

import { renderMarkdown } from '@/lib/answer/render';
import { sampleAnswers } from '@/lib/answer/sample-answers';
import { feedHtml } from './feed-html';

const url = 'https://library.example/learn/law/questions/what-is-a-tort';

test('links lead where they lead on the page', () => {
  const { html } = renderMarkdown(
    '## One\n\n[a](/learn/law) [b](#one) [c](https://other.example/x) [d](mailto:a@b.example)\n\nText[^1]\n\n[^1]: Note',
  );
  const links = [...feedHtml(html, url).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual([
    'https://library.example/learn/law',
    `${url}#one`,
    'https://other.example/x',
    'mailto:a@b.example',
    `${url}#user-content-fn-1`,
    `${url}#user-content-fnref-1`,
  ]);
});

test('what only our styles and scripts make use of is gone', () => {
  const { html } = renderMarkdown(
    '## One\n\n$$x^2$$\n\n```python\nprint("<a>")\n```\n\n| a | b |\n|--|:-:|\n| 1 | 2 |',
  );
  const result = feedHtml(html, url);
  expect(result).not.toMatch(/class=|style=|tabindex=|role=|aria-|data-|<span/);
  expect(result).toContain('<h2 id="one">One</h2>');
  expect(result).toContain('<math display="block"><msup><mi>x</mi><mn>2</mn></msup></math>');
  expect(result).toContain('<code>print("&#x3C;a>")\n</code>');
  expect(result).toContain('<th scope="col">b</th>');
});

/** The same by way of an HTML parser. */
function parsedFeedHtml(html: string): string {
  const page: Root = fromHtml(html, { fragment: true });
  visit(page, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const { className, style: _, ...properties } = node.properties;
    if (node.tagName === 'a' && Array.isArray(className) && className.includes('anchor')) {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.tagName === 'span') {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    if (node.tagName === 'math') {
      node.properties = properties;
      visit(node, 'element', (part: Element) => {
        const { className: __, style: ___, ...others } = part.properties;
        part.properties = others;
      });
      return SKIP;
    }
    node.properties = keptOf(properties);
    return undefined;
  });
  return toHtml(page);
}

function keptOf(properties: Properties): Properties {
  const names = ['href', 'src', 'alt', 'title', 'width', 'height', 'id', 'start', 'scope', 'colSpan'];
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => names.includes(name))
      .map(([name, value]) => {
        const isAddress = (name === 'href' || name === 'src') && URL.canParse(String(value), url);
        return [name, isAddress ? new URL(String(value), url).href : value];
      }),
  );
}

const signs = fc.constantFrom('&', '<', '>', '"', "'", '`', '=', 'é', ' ');
const text = fc.string({ unit: fc.oneof(fc.constantFrom('a', 'b'), signs), maxLength: 8 });
const linked = fc
  .tuple(text, text, fc.constantFrom('/learn/law?a=1&b=2', '#a', 'https://x.example/?q="&amp;', 'a b', '//'))
  .map(([words, title, address]) => `[${words}](<${address}> '${title.replaceAll("'", '')}')`);

test('it is what an HTML parser would make of it', () => {
  const answers = fc.oneof(
    sampleAnswers(true),
    fc
      .array(fc.oneof(text, linked, fc.constantFrom('\n\n', '# ', '![a "b"](/x.png)')), { maxLength: 12 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(answers, (markdown) => {
      const { html } = renderMarkdown(markdown);
      expect(feedHtml(html, url)).toBe(parsedFeedHtml(html));
    }),
    { numRuns: 200 },
  );
});
