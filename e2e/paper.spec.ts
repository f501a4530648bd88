import { expect, test } from '@playwright/test';

import { kinds } from './kinds';
import { margin, missingFrom, papers, readPdf } from './pdf';
import { librarySite } from './sites';
import { setAnswer, wideAnswers } from './wide-answers';

/** Of the letters of the citation below an answer, in points. */
const citationSize = 9.75;

for (const [name, markdown] of Object.entries(wideAnswers)) {
  test(`nothing of ${name} is cut on paper`, async ({ page, request }) => {
    const address = librarySite + kinds.prose;
    const { html, css } = await setAnswer(markdown, await (await request.get(address)).text());
    await page.goto(address);
    await page.evaluate(
      ([answer = '', sheet = '']) => {
        const [place, style] = [document.querySelector('.answer'), document.querySelector('style')];
        if (!place || !style) throw new Error('The page has no answer or no styles');
        place.innerHTML = answer;
        style.textContent = sheet;
      },
      [html, css],
    );
    await page.evaluate(() => document.fonts.ready);
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
        // A browser makes a page smaller as a whole rather than cut it.
        const citation = [...sizes].find(([piece]) => piece.startsWith('QuickTakes. ('));
        expect(citation?.[1], `${paper}, ${way}`).toBeCloseTo(citationSize, 1);
      }
    }
  });
}
