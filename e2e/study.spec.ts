import { readFile, writeFile } from 'node:fs/promises';

import { expect, test, type Page } from '@playwright/test';

import { cardFileOf } from '@/lib/study/cards';
import { expectAccessibleEverywhere, expectNoSidewaysScroll, tabTo, watchConsole } from './page-checks';
import { librarySite, movedQuestion, sourceSite } from './sites';

const study = `${librarySite}/study`;
const stored = 'quicktakes.study';

async function startWith(page: Page, ...subjects: string[]): Promise<void> {
  for (const subject of subjects) await page.getByRole('checkbox', { name: subject }).check();
  await page.getByRole('button', { name: 'Start studying' }).click();
  await expect(question(page)).toBeFocused();
}

const question = (page: Page) => page.getByRole('region', { name: 'Session' }).getByRole('heading');

test.describe('every state of the study page', () => {
  test('is accessible in both themes, on a phone and on a desk', async ({ page }) => {
    test.slow();
    const complaints = watchConsole(page);
    await page.goto(study);
    await expect(page.getByRole('checkbox', { name: 'Physics' })).toBeVisible();
    await expectAccessibleEverywhere(page);
    await startWith(page, 'Physics', 'Law');
    await expectAccessibleEverywhere(page);
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await expectAccessibleEverywhere(page);
    for (let answered = 0; answered < 40; answered += 1) {
      await page.getByRole('button', { name: /^Easy/ }).click();
      const show = page.getByRole('button', { name: 'Show the answer' });
      if (!(await show.isVisible())) break;
      await show.click();
    }
    await expect(question(page)).toHaveText('Done for now');
    await expectAccessibleEverywhere(page);
    await page.getByRole('button', { name: 'Back to the subjects' }).click();
    await expect(page.getByRole('heading', { name: 'What to study' })).toBeFocused();
    await expectAccessibleEverywhere(page);
    expect(complaints).toEqual([]);
  });

  test('fits a screen of 320 px, with buttons large enough to hit', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(study);
    await expectNoSidewaysScroll(page);
    await startWith(page, 'Physics');
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await expectNoSidewaysScroll(page);
    for (const target of await page.locator('main').locator('button, a, input:visible').all()) {
      expect((await target.boundingBox())?.height, (await target.textContent()) ?? '').toBeGreaterThanOrEqual(
        24,
      );
    }
  });
});

test('search engines leave it out, and the header leads to it', async ({ page }) => {
  await page.goto(librarySite);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Study' }).click();
  await expect(page).toHaveURL(study);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, follow');
});

test('a whole session needs the keyboard alone, and a reload keeps what was learned', async ({ page }) => {
  await page.goto(study);
  const physics = page.getByRole('checkbox', { name: 'Physics' });
  await expect(physics).toBeVisible();
  await tabTo(page, physics);
  await page.keyboard.press('Space');
  await expect(physics).toBeChecked();
  const start = page.getByRole('button', { name: 'Start studying' });
  await tabTo(page, start);
  await page.keyboard.press('Enter');

  await expect(question(page)).toBeFocused();
  const asked: string[] = [];
  for (const key of ['4', '3', '2', '1']) {
    asked.push((await question(page).textContent()) ?? '');
    await page.keyboard.press(key);
    await expect(question(page), 'a grade before the answer does nothing').toHaveText(asked.at(-1) ?? '');
    await page.keyboard.press('Space');
    await expect(page.getByRole('link', { name: 'Read the whole answer' })).toBeVisible();
    await page.keyboard.press(key);
    await expect(question(page)).not.toHaveText(asked.at(-1) ?? '');
    await expect(question(page)).toBeFocused();
  }
  expect(new Set(asked).size).toBe(4);

  const cards = JSON.parse((await page.evaluate((key) => localStorage.getItem(key), stored)) ?? '') as {
    version: number;
    cards: Record<string, { state: string }>;
  };
  expect(cards.version).toBe(1);
  expect(Object.values(cards.cards).map(({ state }) => state)).toContain('review');
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'Physics' })).toContainText('3 due');
  await expect(physics).toBeChecked();
});

test('what is due comes back when its time has come', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-03-02T09:00:00') });
  await page.goto(study);
  await startWith(page, 'Physics');
  const first = (await question(page).textContent()) ?? '';
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await page.getByRole('button', { name: 'End session' }).click();
  const physics = page.getByRole('listitem').filter({ hasText: 'Physics' });
  await expect(physics).toContainText('0 due');
  await page.clock.setFixedTime(new Date('2026-03-20T09:00:00'));
  await page.reload();
  await expect(physics).toContainText('1 due');
  await page.getByRole('button', { name: 'Start studying' }).click();
  await expect(question(page)).toHaveText(first);
});

test('progress goes from one browser to another as a file', async ({ page, browser }, testInfo) => {
  await page.goto(study);
  await page.evaluate(() => {
    localStorage.setItem(
      'quicktakes.saved',
      '["/learn/physics/questions/derive-the-formula-for-the-range-of-a-projectile"]',
    );
  });
  await startWith(page, 'Physics');
  await page.keyboard.press('Space');
  await page.keyboard.press('3');
  await page.getByRole('button', { name: 'End session' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const path = await (await download).path();

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(study);
  const input = other.getByLabel('File to import');
  const broken = testInfo.outputPath('broken.json');
  await writeFile(broken, (await readFile(path, 'utf8')).slice(0, 40));
  await input.setInputFiles(broken);
  await expect(other.getByText('broken.json is not an export of this page')).toBeVisible();
  await input.setInputFiles(path);
  await expect(other.getByText('Imported 1 studied and 1 saved questions.')).toBeVisible();
  await expect(other.getByRole('listitem').filter({ hasText: 'Physics' })).toContainText('1 due');
  await expect(other.getByRole('listitem').filter({ hasText: 'Saved questions' })).toContainText('1 card');
  const read = (target: Page) => target.evaluate((key) => localStorage.getItem(key), stored);
  expect(await read(other)).toBe(await read(page));
  await context.close();
});

test('saved questions are studied alone', async ({ page }) => {
  await page.addInitScript(() => {
    const addresses = ['/learn/law/questions/gone', '/learn/chemistry/questions/why-does-ice-float-on-water'];
    localStorage.setItem('quicktakes.saved', JSON.stringify(addresses));
  });
  await page.goto(study);
  await startWith(page, 'Saved questions');
  await expect(question(page)).toHaveText(/ice float/);
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await expect(question(page)).toHaveText('Done for now');
});

for (const former of movedQuestion.from) {
  test(`a question saved at ${former} stays saved after it moved`, async ({ page }) => {
    const other = '/learn/law/questions/gone';
    await page.goto(`${sourceSite}/study`);
    await page.evaluate(
      (addresses) => {
        localStorage.setItem('quicktakes.saved', JSON.stringify(addresses));
      },
      [former, other],
    );
    await page.reload();
    await expect(page.getByRole('listitem').filter({ hasText: 'Saved questions' })).toContainText('1 card');
    await startWith(page, 'Saved questions');
    await expect(question(page)).toHaveText('What happened in the year 1?');

    const saved = () => page.evaluate(() => localStorage.getItem('quicktakes.saved'));
    const star = page.getByRole('button', { name: 'Save to study' });
    await page.goto(sourceSite + former);
    await page.waitForURL(sourceSite + movedQuestion.to);
    await expect(star).toHaveAttribute('aria-pressed', 'true');
    await star.click();
    await expect(star).toHaveAttribute('aria-pressed', 'false');
    expect(await saved()).toBe(JSON.stringify([other]));
    await star.click();
    expect(await saved()).toBe(JSON.stringify([other, movedQuestion.to]));
    await page.reload();
    await expect(star).toHaveAttribute('aria-pressed', 'true');
    await page.goto(`${sourceSite}/study`);
    await expect(page.getByRole('listitem').filter({ hasText: 'Saved questions' })).toContainText('1 card');
  });
}

for (const damage of ['', '{', '{"version":9,"cards":{}}', '{"version":1,"cards":{"1":{"due":"x"}}}']) {
  test(`stored data that is damaged is no obstacle: ${damage}`, async ({ page }) => {
    const complaints = watchConsole(page);
    await page.addInitScript(
      ([key = '', text = '']) => {
        if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
        localStorage.setItem('quicktakes.saved', text);
      },
      [stored, damage],
    );
    await page.goto(study);
    await expect(page.getByText('Some of the progress stored here could not be read.')).toBeVisible();
    await startWith(page, 'Physics');
    await page.keyboard.press('Space');
    await page.keyboard.press('3');
    await page.getByRole('button', { name: 'End session' }).click();
    await expect(page.getByText('Some of the progress stored here could not be read.')).toBeHidden();
    expect(await page.evaluate((key) => localStorage.getItem(`${key}.damaged`), stored)).toBe(damage);
    expect(complaints).toEqual([]);
  });
}

test('a session goes on where the browser stores nothing, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(study);
  await startWith(page, 'Physics');
  const first = (await question(page).textContent()) ?? '';
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await expect(question(page)).not.toHaveText(first);
  await expect(page.getByText('This browser does not keep your progress.')).toBeVisible();
});

test('cards go to Anki, of one subject and of a selection', async ({ page }) => {
  await page.goto(study);
  const take = async (name: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const one = await take('Download for Anki: Physics');
  expect(one.name).toBe('quicktakes-physics.txt');
  expect(one.text).toContain('#deck:QuickTakes::Physics\n#guid column:1\n');
  expect(one.text).toMatch(/^quicktakes-200023\tquicktakes quicktakes::physics\tDerive the formula/m);

  await page.getByRole('button', { name: 'Download for Anki', exact: true }).click();
  await expect(page.getByText('Pick at least one subject')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Physics' }).check();
  await page.getByRole('checkbox', { name: 'Law' }).check();
  const both = await take('Download for Anki');
  expect(both.text).toContain('#deck column:3');
  expect(both.text).toContain('\tQuickTakes::Law\t');
  const guids = (text: string) => text.match(/^quicktakes-\d+/gm) ?? [];
  expect(guids(both.text)).toEqual(expect.arrayContaining(guids(one.text)));
});

test('once opened, it works without a connection', async ({ page, context }) => {
  await page.goto(study);
  await expect(page.getByText('This page also works without a connection.')).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await startWith(page, 'Physics', 'History');
  await page.keyboard.press('Space');
  await expect(page.getByRole('link', { name: 'Read the whole answer' })).toBeVisible();
  await page.keyboard.press('3');
  await page.goto(`${study}?from=home`);
  await expect(page.getByRole('checkbox', { name: 'History' })).toBeVisible();
});

test('its worker has charge of no other page', async ({ page }) => {
  await page.goto(study);
  await expect(page.getByText('This page also works without a connection.')).toBeVisible();
  await page.goto(`${librarySite}/search`);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});

test.describe('a library without short answers', () => {
  const start = async (page: Page, subject: string) => {
    await page.goto(`${sourceSite}/study`);
    await startWith(page, subject);
  };
  const back = (page: Page) => page.locator('.study-card .answer');

  test('shows the beginning of an answer with its formulas set, accessible everywhere', async ({ page }) => {
    test.slow();
    const complaints = watchConsole(page);
    await start(page, 'Mathematics');
    await expect(question(page)).toHaveText('How are complex numbers multiplied?');
    await page.keyboard.press('Space');
    await expect(back(page).locator('p > math')).not.toHaveCount(0);
    await expect(back(page).getByRole('group', { name: 'Formula' })).toBeVisible();
    await expect(page.locator('.study-card')).toContainText('The beginning of the answer.');
    await expectAccessibleEverywhere(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Read the whole answer' }).click();
    await expect(page).toHaveURL(/\/learn\/mathematics\/questions\/how-are-complex-numbers-multiplied$/);
    expect(complaints).toEqual([]);
  });

  test('shows the items of a list that the answer begins with', async ({ page }) => {
    await start(page, 'Computer Science');
    await page.keyboard.press('Space');
    await expect(back(page).getByRole('listitem')).toHaveCount(3);
  });

  test('does not call all of an answer its beginning', async ({ page }) => {
    await start(page, 'History');
    await page.keyboard.press('Space');
    await expect(back(page)).toHaveText('Much happened in the year 1.');
    await expect(page.locator('.study-card')).not.toContainText('beginning');
    await expect(page.getByRole('link', { name: 'Open its page' })).toBeVisible();
  });

  test('says in the file for Anki what is a beginning', async ({ page }) => {
    await page.goto(`${sourceSite}/study`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download for Anki: Mathematics' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toMatch(/^quicktakes-900002\t.*\\\(.*The beginning of the answer\. <a href=/m);
  });
});

test.describe('a library too large to load', () => {
  /** Makes the page say that each subject has many cards; all else stays as it is. */
  const enlarge = (page: Page) =>
    page.route(study, async (route) => {
      const response = await route.fetch();
      const html = (await response.text())
        .replace(/"cardCount":\d+/g, '"cardCount":50000')
        .replace(/>\d+ cards?</g, '>50,000 cards<');
      await route.fulfill({ response, body: html });
    });
  const watchFiles = (page: Page) => {
    const files = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/study/')) files.add(pathname);
    });
    return files;
  };

  test('loads what is picked, and nothing before', async ({ page }) => {
    const complaints = watchConsole(page);
    await enlarge(page);
    const files = watchFiles(page);
    await page.goto(study);
    await expect(page.getByRole('listitem').filter({ hasText: 'Physics' })).toContainText('50,000 cards');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3000)));
    expect([...files]).toEqual([]);
    await startWith(page, 'Physics');
    expect([...files].sort()).toEqual([
      expect.stringMatching(/^\/study\/cards\/\d+\.json$/),
      '/study/decks/physics.json',
    ]);
    expect(complaints).toEqual([]);
  });

  test('finds what is due by what the reader learned before', async ({ page }) => {
    const memory = {
      ...{ subject: 'physics', due: 1_700_000_000_000, lastReview: 1_699_000_000_000, stability: 3 },
      ...{ difficulty: 5, scheduledDays: 3, learningSteps: 0, reps: 2, lapses: 0, state: 'review' },
    };
    await page.addInitScript(
      ([key = '', text = '']) => {
        localStorage.setItem(key, text);
      },
      [stored, JSON.stringify({ version: 1, cards: { 200023: memory } })],
    );
    await enlarge(page);
    const files = watchFiles(page);
    await page.goto(study);
    await expect(page.getByRole('listitem').filter({ hasText: 'Physics' })).toContainText('1 due');
    await page.getByRole('button', { name: 'Start studying' }).click();
    await expect(question(page)).toHaveText(/^Derive the formula for the range/);
    expect([...files].filter((path) => path.includes('/decks/'))).toEqual(['/study/decks/physics.json']);
  });
});

test.describe('cards that cannot be loaded', () => {
  test.use({ serviceWorkers: 'block' });
  /** The first card of each subject; they lie in different files. */
  const philosophy = librarySite + cardFileOf(200069);
  const physics = librarySite + cardFileOf(200005);
  const pick = async (page: Page) => {
    await page.goto(study);
    for (const name of ['Philosophy', 'Physics']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Start studying' }).click();
  };
  const failure = 'not on this device and could not be loaded. Check the connection.';

  test('keep a session from starting, until they can', async ({ page }) => {
    await page.route(philosophy, (route) => route.abort());
    await pick(page);
    await expect(page.getByText(failure)).toBeVisible();
    await page.unroute(philosophy);
    await page.getByRole('button', { name: 'Start studying' }).click();
    await expect(question(page)).toBeFocused();
  });

  test('are tried again within a session', async ({ page }) => {
    await page.route(physics, (route) => route.abort());
    await pick(page);
    await expect(question(page)).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('4');
    await expect(page.getByText(failure)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
    await expectAccessibleEverywhere(page);
    await page.unroute(physics);
    await page.keyboard.press('Enter');
    await expect(question(page)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.locator('.study-card .answer')).toBeVisible();
  });

  test('are passed over when their question is gone', async ({ page }) => {
    await page.route(physics, async (route) => {
      await route.fulfill({ json: [] });
    });
    await pick(page);
    const first = await question(page).textContent();
    await page.keyboard.press('Space');
    await page.keyboard.press('4');
    await expect(page.getByText('This question is no longer in the library.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next card' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question(page)).toBeFocused();
    await expect(question(page)).not.toHaveText(first ?? '');
  });
});
