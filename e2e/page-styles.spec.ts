import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test, type Page } from '@playwright/test';

import { filesBelow } from '@/lib/files/files-below';
import type { StylePart } from '@/lib/styles/needed-styles';
import { kinds } from './kinds';
import { typeInDialog } from './search-actions';
import { compiledSheets } from './sheets';
import { librarySite } from './sites';

/**
 * The number of bytes that a server sends before the first acknowledgement (RFC 6928,
 * https://www.rfc-editor.org/rfc/rfc6928).
 */
const firstWindow = 10 * 1460;

test('every question page with its styles fits into the initial congestion window', async () => {
  const folder = resolve('test-results/library');
  const pages = filesBelow(folder).filter((path) => /^learn\/[^/]+\/questions\/.*\.html$/.test(path));
  expect(pages.length).toBeGreaterThan(50);
  const weights = await Promise.all(
    pages.map(async (path) => ({ path, weight: gzipSync(await readFile(join(folder, path))).length })),
  );
  expect(weights.filter(({ weight }) => weight > firstWindow)).toEqual([]);
  const sorted = weights.map(({ weight }) => weight).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  expect(Math.round(median / 1000), 'the size in kilobytes that the README states').toBe(12);
});

/** Actions that make scripts add elements to a page. */
const additions: Record<string, (page: Page) => Promise<void>> = {
  nothing: () => Promise.resolve(),
  'the search dialog': async (page) => {
    await typeInDialog(page, 'rate');
    await page.locator('.search-result').first().waitFor();
  },
  'the list of keys': async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  },
};

const { search: _search, study: _study, ...documents } = kinds;

for (const [kind, path] of Object.entries(documents)) {
  // Scripts add the same elements to all pages, so one page is enough.
  const added = kind === 'formulas' ? Object.entries(additions) : [['nothing', additions.nothing] as const];
  for (const [addition, add] of added) {
    test(`the rules of a page have the same effect as the complete style sheet: ${kind} with ${addition}`, async ({
      page,
    }) => {
      const sheets = await compiledSheets();
      const question = ['prose', 'formulas', 'code', 'table'].includes(kind);
      const whole = textOf(question ? sheets.question : sheets.home);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(librarySite + path);
      await add?.(page);
      for (const [width, media] of [
        [390, 'screen'],
        [1280, 'screen'],
        [800, 'print'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ media });
        expect(await changesBy(page, whole), `${media}, ${width} px`).toEqual([]);
      }
    });
  }
}

function textOf(sheet: readonly StylePart[]): string {
  return sheet
    .map((part) => {
      if ('text' in part) return part.text;
      if ('around' in part) return `${part.around}{${textOf(part.parts)}}`;
      return part.selectors.map(({ text }) => text).join(',') + part.block;
    })
    .join('');
}

/**
 * Elements and pseudo-elements whose computed style would change if another style sheet replaced the page's
 * own.
 */
function changesBy(page: Page, css: string): Promise<string[]> {
  return page.evaluate((sheet) => {
    const own = document.querySelector('style');
    if (!own) throw new Error('The page has no styles');
    const { textContent } = own;
    // The fonts are removed, because a browser would load them again and widths would change.
    const faces = /@font-face\s*\{[^}]*\}/g;
    const elements = [...document.querySelectorAll('*')];
    // Chromium lists the properties of all elements first, and then the custom properties of an element. To
    // list them for each element takes most of the time.
    const ofAll = [...getComputedStyle(document.documentElement)].filter((name) => !name.startsWith('--'));
    const namesIn = (style: CSSStyleDeclaration) => [
      ...ofAll,
      ...Array.from({ length: style.length - ofAll.length }, (_, place) => style.item(ofAll.length + place)),
    ];
    const read = () => {
      return elements.flatMap((element) =>
        ['', '::before', '::after'].map((part) => {
          const style = getComputedStyle(element, part);
          if (part !== '' && style.content === 'none') return '';
          return namesIn(style)
            .map((name) => `${name}: ${style.getPropertyValue(name)}`)
            .join('\n');
        }),
      );
    };
    own.textContent = textContent.replace(faces, '');
    const before = read();
    own.textContent = sheet.replace(faces, '');
    const after = read();
    own.textContent = textContent;
    return before.flatMap((style, index) => {
      if (style === after[index]) return [];
      const lines = new Set(style.split('\n'));
      const changed = after[index]?.split('\n').filter((line) => !lines.has(line));
      return `${elements[Math.floor(index / 3)]?.outerHTML.slice(0, 100)}: ${changed?.join('; ')}`;
    });
  }, css);
}
