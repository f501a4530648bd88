import { expect, test } from '@playwright/test';

import { kinds } from './kinds';
import { margin, missingFrom, papers, readPdf } from './pdf';
import { librarySite } from './sites';
import { showAnswer, wideAnswers } from './wide-answers';

/** Font size of the citation below an answer, in points. */
const citationSize = 9.75;

for (const [name, markdown] of Object.entries(wideAnswers)) {
  test(`${name} is printed completely`, async ({ page }) => {
    await showAnswer(page, librarySite + kinds.prose, markdown);
    const wanted = await page.locator('.answer').evaluate((answer) => answer.textContent);
    for (const [paper, { width, height }] of Object.entries(papers)) {
      for (const [way, size] of Object.entries({ upright: [width, height], across: [height, width] })) {
        const [across = 0, down = 0] = size.map((points) => points / 72);
        const edge = `${margin / 72}in`;
        const { text, outside, sizes } = await readPdf(
          await page.pdf({
            width: `${across}in`,
            height: `${down}in`,
            margin: { top: edge, right: edge, bottom: edge, left: edge },
          }),
        );
        expect(outside, `${paper}, ${way}`).toEqual([]);
        expect(missingFrom(text, wanted), `${paper}, ${way}`).toEqual([]);
        // If something is wider than the paper, a browser reduces the whole page.
        const citation = [...sizes].find(([piece]) => piece.startsWith('QuickTakes. ('));
        expect(citation?.[1], `${paper}, ${way}`).toBeCloseTo(citationSize, 1);
      }
    }
  });
}
