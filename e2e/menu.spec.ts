import { expect, test } from '@playwright/test';

import { kinds } from './kinds';
import { expectAccessible, tabTo } from './page-checks';
import { librarySite } from './sites';

test.describe('the menu of subjects', () => {
  test('can be used with the keyboard, and returns the focus', async ({ page }) => {
    await page.goto(librarySite + kinds.prose);
    const button = page.getByRole('button', { name: 'Subjects' });
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    const biology = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Biology' });
    await page.keyboard.press('Tab');
    await expect(biology).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(biology).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${librarySite}/learn/biology`);
  });

  test('opens without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(librarySite + kinds.prose);
    const law = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Law' });
    await expect(law).toBeHidden();
    await page.getByRole('button', { name: 'Subjects' }).click();
    await law.click();
    await expect(page).toHaveURL(`${librarySite}/learn/law`);
    await context.close();
  });

  test('is accessible and fits the screen, in both themes and at every width', async ({ page }) => {
    await page.goto(librarySite);
    const button = page.getByRole('button', { name: 'Subjects' });
    const menu = page.locator('#menu');
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      await button.click();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${colorScheme}, ${width} px`);
        const box = await menu.boundingBox();
        const below = (await button.boundingBox()) ?? { y: 0, height: 0 };
        if (!box) throw new Error('the menu is not shown');
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(640);
        expect(box.y).toBeGreaterThanOrEqual(below.y + below.height - 1);
        const links = menu.locator('a');
        expect(await links.count()).toBeLessThanOrEqual(16);
        await expect(links.last()).toHaveText('All subjects');
      }
      await button.click();
      await expect(menu).toBeHidden();
    }
  });
});
