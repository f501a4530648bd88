import { readdirSync, readFileSync } from 'node:fs';

import { expect, test, type Page } from '@playwright/test';
import matter from 'gray-matter';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

import { renderMarkdown } from '@/lib/answer/render';
import { hostileTex, intrudersIn } from '@/lib/testing/hostile/formulas';
import { kinds } from './kinds';
import { librarySite } from './sites';

/** Opens a page of which the answer says something else. */
async function openAnswer(page: Page, markdown: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(librarySite + kinds.formulas);
  // The first selection makes the page load the module that writes HTML, once the page has the module that copies.
  const module = '/scripts/copy/shared-html.js';
  await page.waitForFunction((path) => {
    getSelection()?.removeAllRanges();
    getSelection()?.selectAllChildren(document.body);
    return performance.getEntriesByType('resource').some(({ name }) => name.endsWith(path));
  }, module);
  // The page has asked for the module before, so it has the module when this function continues.
  await page.evaluate((path) => import(path).then(() => undefined), module);
  await setAnswer(page, markdown);
}

function setAnswer(page: Page, markdown: string): Promise<void> {
  return page.locator('.answer').evaluate((answer, html) => {
    answer.innerHTML = html;
  }, renderMarkdown(markdown).html);
}

/** What a part of the answer becomes: from an offset in the first text of an element to one in the last of another. */
async function copy(page: Page, from = '.answer', to = from, start = 0, end?: number) {
  await page.evaluate(
    ([first, last, startAt, endAt]) => {
      const texts = (selector: string) => {
        const element = document.querySelector(selector);
        if (!element) throw new Error(`There is no ${selector}`);
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const found: Text[] = [];
        while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode);
        return found;
      };
      const begin = texts(first)[0];
      const finish = texts(last).at(-1);
      if (!begin || !finish) throw new Error('There is no text');
      getSelection()?.setBaseAndExtent(begin, startAt, finish, endAt ?? finish.data.length);
    },
    [from, to, start, end] as const,
  );
  await page.keyboard.press('ControlOrMeta+c');
  return readClipboard(page);
}

function readClipboard(page: Page): Promise<{ text: string; html: string }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) =>
      item?.types.includes(type) ? (await item.getType(type)).text() : '';
    return { text: await read('text/plain'), html: await read('text/html') };
  });
}

const bohr = String.raw`The energy is $E_n = -\frac{13.6}{n^2}$, in eV.

$$
\int_0^1 x^2 \, dx = \frac{1}{3}
$$

## Levels of $n$

Before:

1. First, $n = 1$.
   - Ground \*state\*
   - Costs $5 and $10
2. Then $\ce{2H2 + O2 -> 2H2O}$ with ${'`'}a | b${'`'}.

| Name | Value |
| :--- | ---: |
| Norm of $\|v\|$ | ${'`'}x${'`'} or y |
| Bare | 50% of $50%$ |

> Quoted $q$.

${'```'}python
print("$x$")
${'```'}
`;

test('formulas come as TeX, and all around them as Markdown', async ({ page }) => {
  await openAnswer(page, bohr);
  const { text, html } = await copy(page);
  expect(text).toBe(String.raw`The energy is $E_n = -\frac{13.6}{n^2}$, in eV.

$$
\int_0^1 x^2 \, dx = \frac{1}{3}
$$

## Levels of $n$

Before:

1. First, $n = 1$.
   - Ground \*state\*
   - Costs \$5 and \$10
2. Then $\ce{2H2 + O2 -> 2H2O}$ with ${'`'}a | b${'`'}.

| Name | Value |
| --- | --- |
| Norm of $\vert v \vert$ | ${'`'}x${'`'} or y |
| Bare | 50% of $50\%$ |

> Quoted $q$.

${'```'}python
print("$x$")
${'```'}`);
  expect(html).toContain('<mfrac><mrow><mn>13.6</mn></mrow>');
  const withoutTags = html.replace(/<[^>]*>/g, '').replace(/ +/g, ' ');
  for (const said of [
    'The energy is Eₙ = −13.6/(n²), in eV.',
    '∫₀¹x² dx = 1/3',
    '2 H₂ + O₂ → 2 H₂O',
    'Norm of |v|',
  ])
    expect(withoutTags).toContain(said);
  expect(html.match(/<math/g)).toHaveLength(8);
  expect(html).not.toMatch(/Copy|data-|<button/);
});

test.describe('a part of an answer', () => {
  const parts = [
    ['within a formula is the formula', '.answer p math', '.answer p math', 0, '$E_n = -\\frac{13.6}{n^2}$,'],
    [
      'that ends in a display takes all of it',
      '.answer p',
      '.answer .formula mi',
      4,
      'energy is $E_n = -\\frac{13.6}{n^2}$, in eV.\n\n$$\n\\int_0^1 x^2 \\, dx = \\frac{1}{3}\n$$',
    ],
    ['that is a heading is no heading', '.answer h2', '.answer h2', 0, 'Levels of $n$'],
    [
      'of a list keeps its numbers',
      '.answer ol > li:nth-child(2)',
      '.answer blockquote',
      0,
      /^2\. Then \$.*\n\n\| Name \|[^]*\n\n> Quoted \$q\$\.$/,
    ],
    [
      'of two items is a list',
      '.answer ol ul',
      '.answer ol > li:nth-child(2) math',
      0,
      '1. - Ground \\*state\\*\n   - Costs \\$5 and \\$10\n2. Then $\\ce{2H2 + O2 -> 2H2O}$',
    ],
    [
      'of a table keeps its columns',
      '.answer tbody tr:first-child td:last-child',
      '.answer tbody tr:last-child',
      0,
      '|  |  |\n| --- | --- |\n|  | `x` or y |\n| Bare | 50% of $50\\%$ |',
    ],
    ['within a cell is no table', '.answer td', '.answer td', 0, 'Norm of $|v |$'],
  ] as const;
  for (const [what, from, to, start, expected] of parts) {
    test(what, async ({ page }) => {
      await openAnswer(page, bohr);
      const { text, html } = await copy(page, from, to, start);
      if (typeof expected === 'string') expect(text).toBe(expected);
      else expect(text).toMatch(expected);
      expect(html).toContain('<math');
    });
  }

  test('that ends before the first sign of a formula is without it', async ({ page }) => {
    await openAnswer(page, 'Some $x$.\n\n$$y$$');
    expect((await copy(page, '.answer p', '.answer .formula', 0, 0)).text).toBe('Some $x$.');
  });

  test('that is folded is left out, and so is what only shows', async ({ page }) => {
    await openAnswer(page, 'A $x$.');
    await page.locator('.answer').evaluate((answer) => {
      const more =
        '<details><summary>More</summary><p>Folded</p></details><p hidden>Hidden</p><svg><text>s</text></svg>';
      answer.insertAdjacentHTML('beforeend', `${more}<p>End</p>`);
    });
    expect((await copy(page, '.answer p', '.answer > p:last-child')).text).toBe('A $x$.\n\nMore\n\nEnd');
    await page.locator('.answer details').evaluate((details) => {
      details.setAttribute('open', '');
    });
    expect((await copy(page, '.answer p', '.answer > p:last-child')).text).toBe(
      'A $x$.\n\nMore\n\nFolded\n\nEnd',
    );
  });

  test('has the numbers of its notes', async ({ page }) => {
    await openAnswer(page, 'A $x$[^1] is 10<sup>3</sup>.\n\n[^1]: A note on $y$.');
    const { text } = await copy(page);
    expect(text).toMatch(/^A \$x\$\[1\] is 10<sup>3<\/sup>\.\n/);
    expect(text).toMatch(/1\. A note on \$y\$\./);
  });
});

test('links and pictures lead where they lead from the page', async ({ page }) => {
  await openAnswer(page, '$x$ [a](/learn/law) [b](#top)');
  const { text, html } = await copy(page);
  expect(text).toBe('$x$ a b');
  expect(html).toContain(`href="${librarySite}/learn/law"`);
  expect(html).toContain(`href="${librarySite}${kinds.formulas}#top"`);
});

test('without a formula, and in a field, the browser copies as it does', async ({ page }) => {
  await openAnswer(page, 'One *two*.\n\n- three\n\nFour $x$.');
  expect((await copy(page, '.answer p', '.answer li')).text).toBe('One two.\n\nthree');
  await page.locator('.answer').evaluate((answer) => {
    answer.innerHTML += '<input value="$y$ * z">';
  });
  await page.locator('.answer input').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  expect((await readClipboard(page)).text).toBe('$y$ * z');
});

test('everything on the page can be copied at once', async ({ page }) => {
  await openAnswer(page, bohr);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  const { text } = await readClipboard(page);
  expect(text).toContain('# How does Newton');
  expect(text).toContain(String.raw`$E_n = -\frac{13.6}{n^2}$`);
  expect(text).not.toMatch(/@context|application\/ld/);
});

const answers = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => [path, matter(readFileSync(`content/${path}`, 'utf8')).content] as const)
  .filter(([, markdown]) => renderMarkdown(markdown).html.includes('data-tex') && !markdown.includes('[^'));

const hard = [
  hostileTex.map((tex) => `A $${tex}$ and\n\n$$\n${tex}\n$$`).join('\n\n'),
  '$\\newcommand{\\x}[1]{\\mathbf{#1}}\\let\\y\\beta$ $\\x{a}$, $a\\y$\n\n| $\\x{b}$ |\n|---|\n| $\\y$ |\n\n$$\n\\x{c}\n$$',
  'A $x$ \\*a\\* _b_ snake_case \\<b> &amp;amp; \\[a](b) \\`c\\` \\~~d~~ C:\\\\dir \\\\* 2 * 3 1\\. x',
  '1\\. $x$\n\n\\# a $y$\n\n\\- b $z$\n\n\\> c $a$\n\n\\+ d $b$',
  '- $x$\n\n  More.\n\n      code $y$\n\n- ```c\n  int x;\n\n  int y;\n  ```\n- a\n  - b\n    1. c $$z$$\n    2. d',
  '`` ` `` $x$ `a``b` ` c `\n\n````\n```\n````',
  '| a | `b\\|c` |\n|---|---|\n| $x \\| y$ | \\| z |\n|  | $n$ |',
  '> $x$\n>\n> - a\n>\n> > b $$y$$\n\nEnd',
  '5. $a$\n6. b\n\n---\n\nA  \nb $c$ [ ] x\n\n- [x] done $d$\n- [ ] not',
];

test('what is copied, read as Markdown, says the same', async ({ page }) => {
  test.slow();
  await openAnswer(page, '$x$');
  expect(answers.length).toBeGreaterThan(20);
  for (const [name, markdown] of [...answers, ...hard.map((text) => [text, text] as const)]) {
    await setAnswer(page, markdown);
    const { text } = await copy(page);
    expect(said(renderMarkdown(text).html), `${name}\n${text}`).toEqual(said(renderMarkdown(markdown).html));
  }
});

test('whatever signs are in a formula, copied HTML contains nothing else', async ({ page }) => {
  await openAnswer(page, hostileTex.map((tex) => `A $${tex}$ b`).join('\n\n'));
  const { html } = await copy(page);
  const [, fragment = html] = /<!--StartFragment-->([^]*)<!--EndFragment-->/.exec(html) ?? [];
  expect(fragment.match(/<math/g)).toHaveLength(hostileTex.length);
  expect(intrudersIn(fragment)).toEqual([]);
});

const structure = /^(?:h[2-6]|ul|ol|li|table|tr|t[dh]|pre|code|blockquote|sup|sub|hr)$/;

/** Text, formulas and code with the structure they stand in, whatever is emphasized or linked. */
function said(html: string): string[] {
  let found = '';
  const read = (node: Nodes, isCode: boolean) => {
    if (node.type === 'text') found += isCode ? node.value : node.value.replace(/\s+/g, ' ');
    if (!('children' in node)) return;
    const isElement = node.type === 'element';
    if (isElement && typeof node.properties.dataTex === 'string') {
      const tex = node.properties.dataTex
        .replace(/\\vert(?![a-z])|\|/g, '|')
        .replace(/\\Vert(?![a-z])/g, '\\|');
      const sign = /<mtext data-sign="">(.*?)<\/mtext>/.exec(toHtml(node))?.[1] ?? '';
      found += `\0$${tex.replace(/\s+/g, '')}\0${sign}`;
      return;
    }
    const name = isElement && structure.test(node.tagName) ? node.tagName : undefined;
    if (name !== undefined) found += `\0<${name}>\0`;
    for (const child of node.children) read(child, isCode || name === 'code');
    if (name !== undefined || (isElement && node.tagName === 'p')) found += '\0';
  };
  read(fromHtml(html, { fragment: true }), false);
  return found
    .split('\0')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
