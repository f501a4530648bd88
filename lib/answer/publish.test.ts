import { expect, test } from 'vitest';

import { withOrigin } from './publish';
import { renderMarkdown } from './render';

function publish(markdown: string): string {
  return withOrigin(renderMarkdown(markdown).markdown, 'https://site.example');
}

test('headings begin at ## and skip no level, whatever they began at', () => {
  expect(publish('### A\n\ntext\n\n##### B ##\n\n> # C\n')).toBe('## A\n\ntext\n\n### B ##\n\n> ## C\n');
});

test('a heading above a line becomes one with number signs', () => {
  expect(publish('A [b](/learn)\nand *c* #\n===\n\ntext')).toBe(
    '## A [b](https://site.example/learn) and *c* #\n\ntext',
  );
});

test('number signs in code and formulas are no headings', () => {
  const markdown = '```sh\n### not one\n```\n\n    # nor this\n\n$$\n# x\n$$';
  expect(publish(markdown)).toBe(markdown);
});

test.each([
  ['[a](/learn/law "L](/x")', '[a](https://site.example/learn/law "L](/x")'],
  ['[`](/a`](/learn)', '[`](/a`](https://site.example/learn)'],
  ['[$x](</learn>)', '[$x](<https://site.example/learn>)'],
  ['![a](/a.png)', '![a](https://site.example/a.png)'],
  ['[a][b]\n\n[b]: /learn', '[a][b]\n\n[b]: https://site.example/learn'],
  ['[$x^2$](/learn)', '[$x^2$](https://site.example/learn)'],
])('the address in %s becomes absolute', (markdown, published) => {
  expect(publish(markdown)).toBe(published);
});

test.each(['[a](https://a.example/b)', '`[a](/b)`', '[a](#b)', 'either/or [a] (/b)', '[a](//b)'])(
  '%s stays as it is',
  (markdown) => {
    expect(publish(markdown)).toBe(markdown);
  },
);

test('an answer cannot contain the placeholder for the address of the site', () => {
  expect(publish('a\uFDD3b')).toBe('a\uFFFDb');
});

test('an answer that is too deep for a parser is published as it was written', () => {
  const markdown = `${'> '.repeat(50)}deep`;
  expect(publish(markdown)).toBe(markdown);
});
