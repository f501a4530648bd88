import type { Locator, Page } from '@playwright/test';

/** The search field of the search page or the dialog. */
export function field(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search the library' });
}

export function results(page: Page): Locator {
  return page.locator('.search-result');
}

/** Opens the search dialog of a page that was just loaded, and types a text. */
export async function typeInDialog(page: Page, text: string): Promise<void> {
  // Scripts may still load when the markup is complete.
  await page.waitForLoadState('load');
  await page.keyboard.press('/');
  await field(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(text);
}
