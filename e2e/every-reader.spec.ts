import { expect, test, type Page } from '@playwright/test';

import { archivePage, kinds } from './kinds';
import { expectAccessibleEverywhere, expectNoSidewaysScroll } from './page-checks';
import { librarySite, sourceSite } from './sites';

/** The pages of which a script makes more after they have loaded. */
const apps: readonly string[] = [kinds.search, kinds.study];

const pages = [...Object.values(kinds).map((path) => librarySite + path), sourceSite + archivePage];

for (const url of pages) {
  const path = new URL(url).pathname;
  const open = (page: Page) => page.goto(url, { waitUntil: apps.includes(path) ? 'networkidle' : 'load' });

  test(`${path} never covers the focused element`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 600 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    for (let steps = 0; steps < 200; steps += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        // The bounding box of a link with several lines has empty corners.
        const seen = [...element.getClientRects()].some((box) => {
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return top !== null && (element.contains(top) || top.contains(element));
        });
        return { seen, html: element.outerHTML.slice(0, 120) };
      });
      if (!focus) break;
      expect(focus.seen, focus.html).toBe(true);
    }
  });

  test(`${path} can be read and navigated without JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('contentinfo').getByRole('link', { name: 'All subjects' })).toBeVisible();
    if (path.includes('/questions/')) {
      await expect(page.getByRole('region', { name: 'In short' })).toBeVisible();
      await expect(page.locator('.answer h2').first()).toBeVisible();
      await page.locator('summary', { hasText: 'Cite this page' }).click();
      await expect(page.getByText('BibTeX')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Related questions' }).getByRole('link')).toHaveCount(5);
    }
    await context.close();
  });

  test(`${path} respects reduced motion, forced colors and large text`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    expect(await movingElements(page), 'with less motion').toEqual([]);

    await page.emulateMedia({ reducedMotion: null, forcedColors: 'active' });
    expect(await elementsWithoutEdge(page), 'where colors are forced').toEqual([]);
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(outline).toBe('solid');

    await page.emulateMedia({ forcedColors: null });
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    for (const width of [640, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
      expect(await cutOffElements(page), `with text of twice the size, ${width} px`).toEqual([]);
    }
  });
}

/** Elements with a transition, an animation or smooth scrolling. */
function movingElements(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return (
          !/^0s(?:, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
        );
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Elements without a border, which forced colors would make indistinguishable from the page. */
function elementsWithoutEdge(page: Page): Promise<string[]> {
  return page
    .locator('.button:visible:not(.sr-only), .button-quiet:visible, .card:visible, .field:visible')
    .evaluateAll((elements) =>
      elements
        .filter((element) => getComputedStyle(element).borderTopWidth === '0px')
        .map((element) => element.outerHTML.slice(0, 120)),
    );
}

/** Elements whose content is wider than they are. */
function cutOffElements(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.site-header a, .site-header button, h1, .card, .button:not(.sr-only)')]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

test('an archive page is accessible', async ({ page }) => {
  await page.goto(sourceSite + archivePage);
  await expectAccessibleEverywhere(page);
});

test('a printed question has its answer, addresses of links and a citation, but no controls', async ({
  page,
}) => {
  await page.goto(librarySite + kinds.prose);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.answer')).toBeVisible();
  await expect(page.locator('.on-paper')).toContainText(librarySite.replace(/\d+$/, ''));
  await expect(
    page.locator('button:visible, input:visible, .site-footer:visible, summary:visible'),
  ).toHaveCount(0);
  const { ink, address, width } = await page.evaluate(() => {
    const link = document.querySelector('.source-link');
    return {
      ink: getComputedStyle(document.body).color,
      address: link ? getComputedStyle(link, '::after').content : '',
      width: document.querySelector('article')?.clientWidth ?? 0,
    };
  });
  expect(ink).toBe('rgb(34, 37, 42)');
  expect(address).toContain('https://doi.org/');
  expect(width).toBeGreaterThan(1000);
});
