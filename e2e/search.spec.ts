import { expect, test } from '@playwright/test';

import { expectAccessibleEverywhere, expectNoSidewaysScroll } from './page-checks';
import { field, results, typeInDialog } from './search-actions';
import { angioplasty, librarySite } from './sites';

test.describe('the search page', () => {
  test('finds a question from the home page, and shows the same results when the reader returns', async ({
    page,
  }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(librarySite);
    await page.getByRole('searchbox').fill('angioplasty');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(`${librarySite}/search?q=angioplasty`);
    await expect(page.getByRole('status')).toHaveText(/questions? found for “angioplasty”/);
    await page.getByRole('link', { name: /^Describe the process and purpose/ }).click();
    await expect(page).toHaveURL(librarySite + angioplasty);
    await page.goBack();
    await expect(field(page)).toHaveValue('angioplasty');
    await expect(results(page).first()).toContainText('Medicine');
    expect(complaints).toEqual([]);
  });

  test('shows results while typing, marks the words and updates the address', async ({ page }) => {
    await page.goto(`${librarySite}/search`);
    await expect(page.getByRole('heading', { name: 'Newest questions' })).toBeVisible();
    await field(page).pressSequentially('angiopl');
    await expect(results(page).first().locator('mark').first()).toHaveText(/^angioplasty$/i);
    await expect(page.getByRole('heading', { name: 'Newest questions' })).toHaveCount(0);
    await expect(page).toHaveURL(`${librarySite}/search?q=angiopl`);
  });

  test('never shows results of an earlier query', async ({ page }) => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.goto(`${librarySite}/search?q=angioplasty`);
    await expect(results(page).first()).toBeVisible();
    await page.route('**/search-index/addresses/*', async (route) => {
      await held;
      await route.continue();
    });
    await field(page).fill('projectile');
    await expect(page.locator('.search-list')).toHaveCSS('opacity', '0');
    await field(page).fill('zzzzqqq');
    await expect(page.getByRole('status')).toHaveText('Nothing found for “zzzzqqq”.');
    release();
    await page.waitForTimeout(300);
    await expect(results(page)).toHaveCount(0);
  });

  test('can be used with the keyboard', async ({ page }) => {
    await page.goto(`${librarySite}/search`);
    await typeInDialog(page, 'rate');
    await expect(page.getByRole('status')).toHaveText(/found for “rate”/);
    const links = results(page).getByRole('link');
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    const target = await links.nth(0).getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(librarySite + (target ?? ''));
    await page.goBack();
    await expect(field(page)).toHaveValue('rate');
    await expect(links.first()).toBeVisible();
  });

  test('searches one subject, which its address contains', async ({ page }) => {
    await page.goto(`${librarySite}/search?q=cell`);
    await expect(results(page).first()).toBeVisible();
    const all = await results(page).count();
    await page.getByRole('combobox', { name: 'Subject' }).selectOption('Biology');
    await expect(page).toHaveURL(`${librarySite}/search?q=cell&subject=biology`);
    await expect(page.getByRole('status')).toHaveText(/found for “cell”/);
    expect(new Set(await results(page).locator('.label').allTextContents())).toEqual(new Set(['Biology']));
    expect(await results(page).count()).toBeLessThanOrEqual(all);
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Subject' })).toHaveValue('biology');
    await expect(results(page).first()).toContainText('Biology');
  });

  test('offers to search all subjects if one has no results', async ({ page }) => {
    await page.goto(`${librarySite}/search?q=angioplasty&subject=law`);
    await expect(page.getByRole('status')).toHaveText('Nothing found for “angioplasty”.');
    await page.getByRole('button', { name: 'Search all subjects' }).click();
    await expect(results(page).first()).toContainText('Medicine');
  });

  test('suggests a spelling', async ({ page }) => {
    await page.goto(`${librarySite}/search?q=angioplatsy`);
    await page.getByRole('button', { name: 'angioplasty' }).click();
    await expect(field(page)).toHaveValue('angioplasty');
    await expect(results(page).first()).toContainText('Medicine');
  });

  for (const word of ['zzzz', 'angioplastyzz', 'angioxyzw', 'the']) {
    test(`finds nothing for ${word}, and shows other links`, async ({ page }) => {
      await page.goto(`${librarySite}/search?q=${word}`);
      await expect(page.getByRole('status')).toHaveText(`Nothing found for “${word}”.`);
      await expect(results(page)).toHaveCount(0);
      await expect(page.getByRole('main').getByRole('link', { name: 'Medicine' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Newest questions' })).toBeVisible();
    });
  }

  test('shows more results on request, and moves the focus to them', async ({ page }) => {
    await page.goto(`${librarySite}/search?q=example`);
    await expect(results(page)).toHaveCount(10);
    await page.getByRole('button', { name: 'Show more questions' }).click();
    await expect(results(page).nth(10).getByRole('link')).toBeFocused();
  });

  test('shows an error if the index cannot be loaded', async ({ page }) => {
    await page.route('**/search-index/**', (route) => route.abort());
    await page.goto(`${librarySite}/search?q=cell`);
    await expect(page.getByRole('status')).toHaveText(/could not be loaded/);
  });

  test('shows titles before excerpts are loaded, and without excerpts that cannot be loaded', async ({
    page,
  }) => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/questions/*.md', async (route) => {
      await held;
      await (route.request().url().includes('angioplasty') ? route.continue() : route.abort());
    });
    await page.goto(`${librarySite}/search?q=angioplasty`);
    const first = results(page).first();
    await expect(first.getByRole('link')).toContainText('angioplasty');
    await expect(first.locator('.search-excerpt')).toBeEmpty();
    release();
    await expect(first.locator('.search-excerpt mark').first()).toHaveText(/angioplasty/i);
    await expect(page.getByRole('status')).toHaveText(/found for “angioplasty”/);
  });

  test('shows markup in a query as text', async ({ page }) => {
    await page.goto(`${librarySite}/search?q=${encodeURIComponent('<img src=x onerror=alert(1)> & "q')}`);
    await expect(page.getByRole('status')).toContainText('“<img src=x onerror=alert(1)> & "q”');
  });

  test('without JavaScript, says that it is needed and shows other links', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(librarySite + angioplasty);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL(`${librarySite}/search`);
    // Chromium shows the element if its user disables scripts, but not if a test does.
    expect(await page.content()).toMatch(/<noscript>.*Searching needs JavaScript/s);
    await page.getByRole('main').getByRole('link', { name: 'Medicine' }).click();
    await expect(page).toHaveURL(`${librarySite}/learn/medicine`);
    await context.close();
  });
});

test('search is accessible with results, without results, and as a dialog', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${librarySite}/search?q=rate`);
  await expect(results(page).first()).toBeVisible();
  await expectAccessibleEverywhere(page);
  await field(page).fill('angioplatsy');
  await expect(page.getByText('Did you mean')).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.goto(`${librarySite}/learn/physics`);
  await typeInDialog(page, 'rate');
  await expect(results(page).first()).toBeVisible();
  await expectAccessibleEverywhere(page);
});

test('a first search loads less than 120 KB', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (/\/(search-index|scripts)\/|\.md$/.test(request.url())) {
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    }
  });
  await page.goto(`${librarySite}/search?q=rate`);
  await expect(results(page).first()).toBeVisible();
  await expect(results(page).last().locator('.search-excerpt')).not.toBeEmpty();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeLessThan(120_000);
  await context.close();
});

test('search fits a screen of 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${librarySite}/search?q=rate`);
  await expect(results(page).first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.goto(`${librarySite}/learn/physics`);
  await typeInDialog(page, 'rate');
  await expect(results(page).first()).toBeVisible();
  const box = await page.getByRole('dialog').boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
});

test('every question has a Markdown copy that search engines may not list', async ({ request }) => {
  const response = await request.get(`${librarySite}${angioplasty}.md`);
  expect(response.headers()['content-type']).toMatch(/^text\/markdown/);
  expect(response.headers()['x-robots-tag']).toBe('noindex');
  expect(await response.text()).toMatch(/^---\ntitle: "Describe the process[^]*\n# Describe the process/);
});
