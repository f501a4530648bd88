import { expect, test } from '@playwright/test';
import { launch, type Browser, type Page } from 'puppeteer-core';

import { renderMarkdown } from '@/lib/answer/render';

import { findFirefox } from './browser/firefox';
import { kinds } from './kinds';
import { missingFrom, readPdf } from './pdf';
import { librarySite } from './sites';
import { setAnswer, wideAnswers } from './wide-answers';

/** One kind for each way in which content is made to fit the paper. `paper.spec.ts` prints all kinds in Chromium. */
const kindsOnPaper = [
  'a sum in a line',
  'a sum in a fraction',
  'a matrix',
  'a table of 12 columns',
  'a table of 40 columns',
  'long lines of code',
];

/** The `unicode-range` of the smallest subset of the math font begins with all of ASCII. */
const smallestSubset: unknown = expect.stringMatching(/^U\+20-7E,/);

/** Formulas of the characters of the smallest subset, in the ways that make Firefox look for other characters. */
const formulasOfSmallestSubset = String.raw`
$$ \left( \frac{\frac{a}{b}}{c} \right) \left[ \frac{\frac{a}{b}}{c} \right] \left\{ \frac{\frac{a}{b}}{c} \right\} $$

$$ \sum_{i=1}^{n} \sqrt{x_i} \int_0^1 \lim_{x \to 0} \bar{x} \, \hat{x} \, \overline{xy} \begin{pmatrix} a & b \\ c & d \end{pmatrix} $$
`;

/** Part of Firefox's complaint about a formula without all its parts. */
const missingParts = 'Incorrect number of children';

/** What matters to readers, in a browser of another make. */
test.describe('Firefox', () => {
  const executablePath = findFirefox();
  test.skip(executablePath === undefined, 'Firefox is not installed');
  test.describe.configure({ mode: 'serial' });

  let browser: Browser;
  let page: Page;
  /** What Firefox complained about during a test. */
  let complaints: string[];

  test.beforeAll(async () => {
    if (executablePath === undefined) return;
    browser = await launch({ browser: 'firefox', executablePath, headless: true });
  });
  test.afterAll(() => browser.close());

  test.beforeEach(async () => {
    complaints = [];
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.setViewport({ width: 1280, height: 900 });
  });
  test.afterEach(async () => {
    // Firefox lays out what has arrived of a page, and then complains about formulas that have not arrived in full.
    // Only its complaints about the whole page count.
    complaints = complaints.filter((complaint) => !complaint.includes(missingParts));
    await layOutAgain();
    await page.close();
    expect(complaints).toEqual([]);
  });

  /** Makes Firefox lay out the page from nothing, so that it checks every formula once more. */
  const layOutAgain = () =>
    page.evaluate(() => {
      const { body } = document;
      for (const display of ['none', '']) {
        body.style.display = display;
        body.getBoundingClientRect();
      }
    });

  const open = (path: string) => page.goto(librarySite + path, { waitUntil: 'load' });
  const press = async (name: string) => {
    const button = await page.waitForSelector(`::-p-xpath(//button[normalize-space()="${name}"])`);
    await button?.click();
  };

  /** The `unicode-range` of each face of the math font that the layout of the page uses. */
  const usedMathFonts = () =>
    page.evaluate(async () => {
      // In Firefox, `document.fonts.ready` may resolve before the layout requests a font, and a font from the cache has no
      // entry among the resources of the page. A font that arrives causes a layout, which may request another.
      const used = () => {
        document.body.getBoundingClientRect();
        return [...document.fonts].filter(
          ({ family, status }) => family.includes('STIX Two Math') && status !== 'unloaded',
        );
      };
      for (let faces = used(); ; faces = used()) {
        await Promise.all(faces.map(({ loaded }) => loaded));
        await new Promise((resolve) => setTimeout(resolve, 100));
        if (faces.length > 0 && used().length === faces.length) {
          return faces.map(({ unicodeRange }) => unicodeRange);
        }
      }
    });

  test('finds questions on the search page', async () => {
    await open(`${kinds.search}?q=newton+root`);
    await page.waitForSelector('.search-result');
    const first = await page.$eval('.search-result a', (link) => link.getAttribute('href'));
    expect(first).toBe(kinds.formulas);
  });

  test('finds questions in the dialog, and opens one by the keyboard', async () => {
    await open(kinds.subject);
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open] input[type=search]:focus');
    await page.keyboard.type('newton root');
    await page.waitForSelector('dialog[open] .search-result');
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toBe(librarySite + kinds.formulas);
  });

  test('studies: a card is shown, turned, rated and kept', async () => {
    await open(kinds.study);
    const physics = await page.waitForSelector('::-p-xpath(//label[contains(., "Physics")]//input)');
    await physics?.click();
    await press('Start studying');
    await press('Show the answer');
    await page.waitForSelector('::-p-xpath(//button[starts-with(normalize-space(), "Good")])');
    await page.keyboard.press('3');
    await page.waitForSelector('::-p-xpath(//button[normalize-space()="Show the answer"])');
    const stored = await page.evaluate(() => Object.values(localStorage).join(' '));
    expect(stored).toContain('"cards"');
  });

  test('changes its theme and remembers it', async () => {
    await open(kinds.formulas);
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await background();
    await page.click('[data-theme-switch]');
    const after = await background();
    expect(after).not.toBe(before);
    await page.reload();
    expect(await background()).toBe(after);
  });

  test('copies code', async () => {
    await open(kinds.code);
    const copy = await page.waitForSelector('figure.code .copy-button');
    await copy?.click();
    await page.waitForSelector('::-p-xpath(//p[@role="status"][.="Copied the code"])');
  });

  test('copies formulas as TeX, and pastes them', async () => {
    await open(kinds.formulas);
    await page.$eval('.answer', (answer) => {
      const [first, last] = [answer.querySelector('math'), answer.querySelector('.formula')];
      if (!first || !last) throw new Error('The answer has no formulas');
      getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
    });
    const pressWithControl = async (key: 'c' | 'v') => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    };
    await pressWithControl('c');
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      document.body.prepend(field);
      field.focus();
    });
    await pressWithControl('v');
    await page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
    const text = await page.$eval('textarea', (field) => field.value);
    expect(text).toMatch(/^\$r\$ with \$f\(r\) = 0\$\./);
    expect(text).toContain("\n\n$$\ny = f(x_n) + f'(x_n)(x - x_n).\n$$");
  });

  test('sets formulas in the font of the site, on lines that fit the page', async () => {
    await open(kinds.formulas);
    expect(await usedMathFonts()).toEqual([smallestSubset]);
    const formulas = await page.$$eval('.answer math', (all) =>
      all.map((math) => {
        const { width, height } = math.getBoundingClientRect();
        return { width, height, text: math.textContent };
      }),
    );
    expect(formulas.length).toBeGreaterThan(5);
    expect(formulas.filter(({ width, height }) => width === 0 || height === 0)).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBe(clientWidth);
  });

  test('loads only the smallest subset of the math font for brackets that grow, limits and accents', async () => {
    await open(kinds.formulas);
    const { html } = renderMarkdown(formulasOfSmallestSubset);
    await page.$eval(
      '.answer',
      (answer, content) => {
        answer.innerHTML = content;
      },
      html,
    );
    expect(await usedMathFonts()).toEqual([smallestSubset]);
  });

  test('complains about a formula without all its parts', async () => {
    await open(kinds.formulas);
    await page.$eval('.answer msub', (formula) => formula.lastElementChild?.remove());
    await layOutAgain();
    await expect.poll(() => complaints.join('\n')).toContain(missingParts);
    await page.$eval('.answer msub', (formula) => {
      formula.remove();
    });
  });

  for (const name of kindsOnPaper) {
    test(`cuts nothing of ${name} on paper`, async () => {
      const response = await open(kinds.prose);
      const markdown = wideAnswers[name];
      if (markdown === undefined) throw new Error(`There is no kind "${name}"`);
      const { html, css } = await setAnswer(markdown, (await response?.text()) ?? '');
      const wanted = await page.evaluate(
        (answer, sheet) => {
          const [place, style] = [document.querySelector('.answer'), document.querySelector('style')];
          if (!place || !style) throw new Error('The page has no answer or no styles');
          place.innerHTML = answer;
          style.textContent = sheet;
          return place.textContent;
        },
        html,
        css,
      );
      await page.evaluate(() => document.fonts.ready);
      const margin = { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' };
      for (const format of ['A4', 'Letter'] as const) {
        const { text, outside } = await readPdf(await page.pdf({ format, margin }));
        expect(outside, format).toEqual([]);
        expect(missingFrom(text, wanted), format).toEqual([]);
      }
    });
  }
});
