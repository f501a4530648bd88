import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, type Locator, type Page } from '@playwright/test';
import type axe from 'axe-core';

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

/** The minified program of axe. A browser reads it in half the time that it needs for `axe.source`. */
const axeProgram = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    /** In pages that {@link expectAccessible} examined. */
    axe?: typeof axe;
  }
}

/**
 * Fails for every violation that axe finds in the current state of the page, including targets smaller than
 * 24 px (WCAG 2.5.8).
 *
 * @param state name of the state, for the message
 */
export async function expectAccessible(page: Page, state?: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeProgram);
  const violations = await page.evaluate(async () => {
    const results = await window.axe?.run({
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    return results?.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
  expect(violations, state).toEqual([]);
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
