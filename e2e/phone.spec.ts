import { expect, test } from '@playwright/test';

import { kinds } from './kinds';
import { librarySite } from './sites';
import { showAnswer, wideAnswers } from './wide-answers';

const tables = Object.entries({
  ...wideAnswers,
  'a table of two columns': '| a | b |\n| - | - |\n| 1 | 2 |',
}).filter(([name]) => name.startsWith('a table'));

for (const [name, markdown] of tables) {
  test(`on a phone, ${name} is as wide as the screen and scrolls`, async ({ page }) => {
    const width = 390;
    await page.setViewportSize({ width, height: 844 });
    await showAnswer(page, librarySite + kinds.prose, markdown);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const table = page.locator('.answer .table');
    const { x = 0, width: shown = 0 } = (await table.boundingBox()) ?? {};
    // In a list, a table begins at the text of the list and ends before the edge.
    if (markdown.startsWith('|')) expect([x, shown]).toEqual([0, width]);
    else expect(x + shown).toBeLessThan(width);
    const end = await table.evaluate((scrolled) => {
      scrolled.scrollLeft = scrolled.scrollWidth;
      return scrolled.querySelector('th:last-child')?.getBoundingClientRect().right;
    });
    expect(end).toBeCloseTo(x + shown, -1);
  });
}
