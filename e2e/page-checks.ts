import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Collects errors that the browser reports from now on, such as violations of the Content-Security-Policy.
 */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/**
 * Fails for every violation that axe finds in the current state of the page, including targets smaller than
 * 24 px (WCAG 2.5.8).
 *
 * @param state name of the state, for the message
 */
export async function expectAccessible(page: Page, state?: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // The default mode opens another page to merge results of frames, which takes twice the time. The site
    // has no frames.
    .setLegacyMode()
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    state,
  ).toEqual([]);
}

/** {@link expectAccessible} in both themes, on a phone and on a desktop. */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `${colorScheme}, ${width} px`);
    }
  }
}

/** Fails if the page scrolls horizontally at its current width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = page.viewportSize()?.width;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
}

/** More than the number of focusable elements on any page. */
const tooManySteps = 200;

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let steps = 0; steps < tooManySteps; steps += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(wanted).toBeFocused();
}
