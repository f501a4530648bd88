import type { Locator, Page } from '@playwright/test';

/** Where one types a search, on the search page and in the dialog. */
export function field(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search the library' });
}

export function results(page: Page): Locator {
  return page.locator('.search-result');
}

/** Opens the search dialog on a page that was just gone to, and types. */
export async function typeInDialog(page: Page, text: string): Promise<void> {
  // A script of the page may still be on its way when its markup is there.
  await page.waitForLoadState('load');
  await page.keyboard.press('/');
  await field(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(text);
}
