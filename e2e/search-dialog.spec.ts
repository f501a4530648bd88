import { expect, test } from '@playwright/test';

import { field, results, typeInDialog } from './search-actions';
import { angioplasty, librarySite } from './sites';

test.describe('the search dialog', () => {
  const start = `${librarySite}/learn/physics`;

  test('opens with a key, can be used with the keyboard, and returns the focus', async ({ page }) => {
    await page.goto(start);
    await page.waitForLoadState('load');
    const first = page.locator('main li a.card-link').first();
    await first.focus();
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('angiopl');
    await expect(page.getByRole('status')).toHaveText(/found for “angiopl”/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(first).toBeFocused();
    await page.keyboard.press('/');
    await expect(field(page)).toHaveValue('angiopl');
    await page.keyboard.press('ArrowDown');
    await expect(results(page).first().getByRole('link')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(librarySite + angioplasty);
  });

  test('opens from the link in the header, but not by a key typed into a field', async ({ page }) => {
    await page.goto(librarySite);
    await page.waitForLoadState('load');
    await page.getByRole('searchbox').press('/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('searchbox')).toHaveValue('/');
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' });
    await link.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page).toHaveURL(`${librarySite}/`);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(link).toBeFocused();
  });

  test('opens the search page with Enter', async ({ page }) => {
    await page.goto(start);
    await typeInDialog(page, 'velocity');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${librarySite}/search?q=velocity`);
  });

  test('opens the search page if it cannot be loaded', async ({ page }) => {
    await page.route('**/search/dialog.js', (route) => route.abort());
    await page.goto(start);
    await page.waitForLoadState('load');
    await page.keyboard.press('/');
    await expect(page).toHaveURL(`${librarySite}/search`);
  });

  test('loads almost nothing before the first search', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    await page.goto(start, { waitUntil: 'networkidle' });
    expect(scripts).toEqual(['/scripts/page.js']);
  });

  test('suggests a spelling', async ({ page }) => {
    await page.goto(start);
    await typeInDialog(page, 'angioplatsy');
    await page.getByRole('button', { name: 'angioplasty' }).click();
    await expect(results(page).first()).toContainText('Medicine');
    await expect(field(page)).toBeFocused();
  });

  test('does not open with the key if the reader has turned it off', async ({ page }) => {
    await page.goto(start);
    await page.waitForLoadState('load');
    await page.keyboard.press('/');
    await page.getByRole('checkbox', { name: 'Open with the / key' }).uncheck();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.reload();
    await page.keyboard.press('/');
    await page.waitForTimeout(100);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
