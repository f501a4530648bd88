import { expect, test } from 'vitest';

import { renderMarkdown } from '@/lib/answer/render';
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
