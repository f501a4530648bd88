import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** What the browser complains about from now on, such as a script that the site's policy forbids. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/**
 * Fails for everything that axe finds on the page as it is now, targets smaller than 24 px (WCAG 2.5.8) included.
 *
 * @param state what the page is seen as, for who reads the failure
 */
export async function expectAccessible(page: Page, state?: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // A page of its own to bring the frames of a page together in would double the time, and there are no frames.
    .setLegacyMode()
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    state,
  ).toEqual([]);
}

/** {@link expectAccessible} in both themes, on a phone and on a desk. */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `${colorScheme}, ${width} px`);
    }
  }
}

/** Fails when the page has to be scrolled sideways, at its width of now. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = page.viewportSize()?.width;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
}

/** More elements than any page lets the focus rest on. */
const tooManySteps = 200;

/** Moves the focus on with the Tab key until it is where it is wanted. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let steps = 0; steps < tooManySteps; steps += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(wanted).toBeFocused();
}
