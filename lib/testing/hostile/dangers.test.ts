import { expect, test } from 'vitest';

import { activeElements, answerDangers, pageDangers } from './dangers';

test.each([
  '<script>alert(1)</script>',
  '<img src="x.png" onerror="alert(1)">',
  '<a href="JavaScript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="//e.org">x</a>',
  '<a href="/\\e.org">x</a>',
  '<img src="data:image/svg+xml,x">',
  '<p style="position:fixed">x</p>',
  '<template><iframe srcdoc="x"></iframe></template>',
  '<p><form action="/x"></form></p>',
])('%s is seen as a danger', (html) => {
  expect(answerDangers(html)).not.toEqual([]);
});

test('what answers are made of is none', () => {
  const html =
    '<h2 id="a">A<a class="anchor" href="#a"></a></h2><p><a href="https://e.org">x</a><math></math></p>';
  expect(answerDangers(html)).toEqual([]);
});

test('a page may have the scripts of a good page, data that can be read, and no other', () => {
  const good = '<script src="/scripts/page.js"></script>';
  const own = activeElements(good);
  const page = (html: string) => pageDangers(`<!DOCTYPE html><body>${html}</body>`, own);
  expect(page(`${good}<script type="application/ld+json">{"a":1}</script>`)).toEqual([]);
  expect(page('<script type="application/ld+json">{"a":</script>')).toHaveLength(1);
  expect(page('<script src="/scripts/other.js"></script>')).toHaveLength(1);
  expect(page('<meta http-equiv="refresh" content="0;url=/">')).toHaveLength(1);
  expect(page('<div class="answer"><button>x</button></div>')).toHaveLength(1);
});
