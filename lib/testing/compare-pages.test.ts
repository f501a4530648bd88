import { expect, test } from 'vitest';

import { themeScript } from '@/lib/inline-scripts';
import { comparePages } from './compare-pages';

const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="description" content="What it says."><meta property="article:tag" content="a"><meta property="article:tag" content="b">
<link rel="canonical" href="https://example.org/a"><script>${themeScript}</script></head>
<body><main id="content"><script type="application/ld+json">{"@type":"Thing"}</script>
<h1 class="page-title">A page</h1><ul><li>One</li><li data-accent="blue">Two</li></ul><p>Text and <em>more</em>.</p>
<noscript><p>Without it</p></noscript></main>
<script type="module" src="/scripts/page.js"></script></body></html>`;

function changed(before: string, after: string): string[] {
  expect(page).toContain(before);
  return comparePages(page, page.replace(before, after));
}

test('a page is equal to itself, whatever is said in another order', () => {
  expect(comparePages(page, page)).toEqual([]);
  expect(changed('class="page-title"', "class='page-title'")).toEqual([]);
  const [title = ''] = /<title>.*?<\/title>/.exec(page) ?? [];
  expect(comparePages(page, page.replace(title, '').replace('</head>', `${title}</head>`))).toEqual([]);
  expect(
    changed(
      '<link rel="canonical" href="https://example.org/a">',
      '<link href="https://example.org/a" rel="canonical">',
    ),
  ).toEqual([]);
});

test('what belongs to a way of rendering is no difference', () => {
  const scripts = [
    '<script src="/_next/static/chunks/a.js" async=""></script>',
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
    '<script id="_R_">(globalThis["TURBOPACK"] || []).push({})</script>',
    '<script type="application/json" data-app-props="">{}</script>',
    '<script type="module" src="/scripts/apps/search.js"></script>',
    '<script type="module" src="/scripts/question.js"></script>',
    '<div hidden=""><!--$--><!--/$--></div>',
    '<!--$--><!--/$-->',
  ];
  for (const script of scripts) expect(changed('<main', `${script}<main`), script).toEqual([]);
  for (const element of ['<style>p{}</style>', '<link rel="preload" as="script" href="/_next/a.js">']) {
    expect(changed('</head>', `${element}</head>`), element).toEqual([]);
  }
  expect(changed('Text and', 'Text<!-- --> and')).toEqual([]);
  expect(changed('Without it', 'Without<!-- --> it')).toEqual([]);
});

test.each([
  ['the language', 'lang="en"', 'lang="de"'],
  ['no language', ' lang="en"', ''],
  ['the title', '<title>A page', '<title>Another'],
  ['no title', '<title>A page</title>', ''],
  ['two titles', '<title>', '<title></title><title>'],
  ['a meta element', 'content="What it says."', 'content="What it does."'],
  ['a missing meta element', '<meta name="description" content="What it says.">', ''],
  ['a further meta element', '</head>', '<meta name="robots" content="noindex"></head>'],
  [
    'the order of equal names',
    'content="a"><meta property="article:tag" content="b"',
    'content="b"><meta property="article:tag" content="a"',
  ],
  ['a link', 'href="https://example.org/a"', 'href="https://example.org/b"'],
  ['no link', '<link rel="canonical" href="https://example.org/a">', ''],
  ['the script of the theme', `<script>${themeScript}</script>`, ''],
  ['structured data', '"Thing"', '"Person"'],
  ['no structured data', '<script type="application/ld+json">{"@type":"Thing"}</script>', ''],
  ['a text', '>One<', '>Won<'],
  ['a text for readers without scripts', 'Without it', 'With it'],
  ['a space', 'Text and <em>', 'Text and<em>'],
  ['a missing attribute', ' data-accent="blue"', ''],
  ['another attribute', '<p>', '<p hidden="">'],
  ['the value of an attribute', 'class="page-title"', 'class="title"'],
  ['another element', '<em>more</em>', '<i>more</i>'],
  ['a missing element', '<li>One</li>', ''],
  ['a further element', '</ul>', '<li></li></ul>'],
  [
    'the order of elements',
    '<li>One</li><li data-accent="blue">Two</li>',
    '<li data-accent="blue">Two</li><li>One</li>',
  ],
  ['a script of the page', '/scripts/page.js', '/scripts/pages.js'],
  ['no script of the page', '<script type="module" src="/scripts/page.js"></script>', ''],
  ['a hidden element with content', '<main', '<div hidden="">x</div><main'],
])('%s is a difference', (_, before, after) => {
  expect(changed(before, after)).not.toEqual([]);
});

test('a difference says where it is', () => {
  expect(changed('>Two<', '>Three<')).toEqual([
    'body > main > ul > li > text: "Two" in the first, "Three" in the second document',
  ]);
  expect(changed('content="What it says."', 'content="No."')).toEqual([
    'head > meta[name="description"]: content="What it says." name="description" in the first, content="No." name="description" in the second document',
  ]);
});
