import { parse, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';

import { finishPage, finishSheet } from './finish';

/** What Next.js 16 exports, shortened: the same kinds of elements in the same places. */
const exported = `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><style data-href="/_next/static/a.css" data-precedence="next">a>b{color:red}</style><link rel="preload" as="script" fetchPriority="low" href="/_next/static/b.js"/><script src="/_next/static/c.js" async=""></script><title>T</title><script src="/_next/static/d.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div><main><!--$--><h1>a &lt; b</h1><a href="/learn?x=1#y">x</a><a href="//elsewhere.example/">z</a><!--/$--></main><script type="application/ld+json">{"a":"\\u003c"}</script><script type="module" src="/copy.js"></script><script id="_R_">first()</script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"</main>"])</script></body></html>`;

describe('a page', () => {
  const { html, targets } = finishPage(exported);

  test('keeps its content and loses what only the framework needs', () => {
    expect(html).toBe(
      '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>a>b{color:red}</style><title>T</title></head><body><main><h1>a &lt; b</h1><a href="/learn?x=1#y">x</a><a href="//elsewhere.example/">z</a></main><script type="application/ld+json">{"a":"\\u003c"}</script><script type="module" src="/copy.js"></script></body></html>',
    );
  });

  test('tells where it leads within the site', () => {
    expect([...targets]).toEqual(['/learn', '/copy.js']);
  });

  test('stays as it is when it is finished again', () => {
    expect(finishPage(html).html).toBe(html);
  });
});

test('browsers read a finished page as they read the one that was made', () => {
  const made =
    '<!DOCTYPE html><html lang="en"><head><title>a &amp;amp; b</title></head><body><p title="&quot;&lt;&#x27;">1 &lt; 2 &amp;lt; &nbsp;é&#128512;</p><svg viewBox="0 0 9 9"><linearGradient id="a"></linearGradient><path d="M0 0"></path><title>x &lt; y</title></svg><math><mrow></mrow><mi>x</mi><mo stretchy="false">&lt;</mo><mspace width="1em"></mspace><mtext>a &amp; b</mtext></math><pre>\n\n  x &lt; y</pre><textarea>&lt;/p&gt;</textarea><noscript><p>a &amp; b</p></noscript><input disabled="" value=""><img alt="" src="/a.png"><button popovertarget="a"></button><script type="speculationrules">{"a":"<b> &amp;"}</script></body></html>';
  expect(serialize(parse(finishPage(made).html))).toBe(serialize(parse(made)));
});

test('a page tells what it says to crawlers, and what a picture on it is called is no title of it', () => {
  const { head } = finishPage(
    '<html><head><title>T &amp; U</title><meta name="description" content="D"><meta name="robots" content="noindex"><link rel="canonical" href="https://x.example/"><link rel="alternate" hreflang="de" href="/de"></head><body><svg><title>Picture</title></svg><script type="application/ld+json">{}</script></body></html>',
  );
  expect(head).toEqual({
    titles: ['T & U'],
    descriptions: ['D'],
    canonicals: ['https://x.example/'],
    robots: ['noindex'],
    hreflangs: ['de'],
    structuredData: ['{}'],
  });
});

test('an app keeps the comments by which React finds its way through it', () => {
  const app = '<div data-app=""><p>Picked: <!-- -->1<!-- --> due</p><div hidden=""></div></div>';
  const props = '<script type="application/json" data-app-props="">{"count":1}</script>';
  const script = '<script type="module" src="/scripts/apps/study.js"></script>';
  const { html } = finishPage(
    `<html><body><!--$-->${app}<!--/$-->${props}${script}<script src="/_next/static/c.js" async=""></script></body></html>`,
  );
  expect(html).toBe(`<html><body>${app}${props}${script}</body></html>`);
});

describe('a sheet', () => {
  const section = (address: string, title: string) =>
    `<section data-page="${address}"><noscript><title>${title}</title><link rel="canonical" href="https://x.example${address}"/></noscript><div><h1>${title}</h1><a href="${address}.md">x</a><svg><title>Picture</title></svg><section data-page="/forged">of an answer</section></div></section>`;
  const sheet = (...sections: string[]) =>
    `<!DOCTYPE html><html><head><meta charSet="utf-8"/><style data-href="/a.css" data-precedence="next">a>b{color:red}</style><script>self.__next_f.push(0)</script></head><body><nav><a href="/">x</a></nav><main id="content"><!--$-->${sections.join('')}<!--/$--></main><footer>f</footer><script>self.__next_f.push(1)</script></body></html>`;
  const [a, b] = [section('/a', 'A &lt; B'), section('/b', 'B')];
  const pages = finishSheet(sheet(a, b));

  test('is cut into its pages, each whole', () => {
    expect([...pages.keys()]).toEqual(['/a', '/b']);
    expect(pages.get('/a')).toEqual({
      html: '<!DOCTYPE html><html><head><meta charset="utf-8"><style>a>b{color:red}</style><title>A &lt; B</title><link rel="canonical" href="https://x.example/a"></head><body><nav><a href="/">x</a></nav><main id="content"><div><h1>A &lt; B</h1><a href="/a.md">x</a><svg><title>Picture</title></svg><section data-page="/forged">of an answer</section></div></main><footer>f</footer></body></html>',
      targets: new Set(['/', '/a.md']),
      head: {
        titles: ['A < B'],
        descriptions: [],
        canonicals: ['https://x.example/a'],
        robots: [],
        hreflangs: [],
        structuredData: [],
      },
    });
  });

  test('gives the same page whatever others it holds', () => {
    expect(finishSheet(sheet(b)).get('/b')).toEqual(pages.get('/b'));
    expect(finishSheet(sheet(b, a)).get('/a')).toEqual(pages.get('/a'));
  });

  test('without pages gives none', () => {
    expect(finishSheet(sheet()).size).toBe(0);
  });
});
