import { expect, test } from '@playwright/test';

import { field, results, typeInDialog } from './search-actions';
import { angioplasty, librarySite } from './sites';

test.describe('the search dialog', () => {
  const start = `${librarySite}/learn/physics`;

  test('opens with a key, is walked with the keyboard, and gives the focus back', async ({ page }) => {
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

  test('opens from the link in the header, and not while one types elsewhere', async ({ page }) => {
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

  test('leads to the search page by Enter', async ({ page }) => {
    await page.goto(start);
    await typeInDialog(page, 'velocity');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${librarySite}/search?q=velocity`);
  });

  test('gives way to the search page where it cannot be loaded', async ({ page }) => {
    await page.route('**/search/dialog.js', (route) => route.abort());
    await page.goto(start);
    await page.waitForLoadState('load');
    await page.keyboard.press('/');
    await expect(page).toHaveURL(`${librarySite}/search`);
  });

  test('costs a page next to nothing before somebody searches', async ({ page }) => {
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

  test('leaves the key alone for who does not want it', async ({ page }) => {
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
