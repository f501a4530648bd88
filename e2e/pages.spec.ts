import { gzipSync } from 'node:zlib';

import { expect, test, type Page } from '@playwright/test';

import { kinds } from './kinds';
import {
  expectAccessible,
  expectAccessibleEverywhere,
  expectNoSidewaysScroll,
  tabTo,
  watchConsole,
} from './page-checks';
import { angioplasty, librarySite, sourceSite } from './sites';

const newton = kinds.formulas;

test.describe('every kind of page', () => {
  for (const path of Object.values(kinds)) {
    test(`${path} is accessible in both themes, on a phone and on a desk, and fits a screen of 320 px`, async ({
      page,
    }) => {
      const complaints = watchConsole(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(librarySite + path);
      await expectNoSidewaysScroll(page);
      await expectAccessibleEverywhere(page);
      const isMissing = path === kinds.missing;
      expect(complaints.filter((text) => !(isMissing && text.includes('404')))).toEqual([]);
    });
  }
});

test.describe('a document', () => {
  for (const path of Object.values(kinds).filter((kind) => kind !== kinds.search && kind !== kinds.study)) {
    test(`${path} holds no framework script`, async ({ request }) => {
      const html = await (await request.get(librarySite + path)).text();
      expect(html).not.toContain('__next_f');
      const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes.trim());
      // The theme, chosen before anything is painted; data; and our own module.
      expect(
        scripts.filter(
          (attributes) =>
            !/^(?:|type="(?:application\/ld\+json|speculationrules)"|type="module" src="\/scripts\/.*)$/.test(
              attributes,
            ),
        ),
      ).toEqual([]);
      expect(html.match(/<script>/g)).toHaveLength(1);
      expect(html).not.toContain('as="script"');
    });
  }
});

/** What a server sends before it is told that some of it arrived (https://www.rfc-editor.org/rfc/rfc6928). */
const firstWindow = 10 * 1460;

for (const [what, path, scriptCount, mostBytes, stated] of [
  ['without formulas', kinds.code, 2, 3000, 2],
  ['with formulas', angioplasty, 3, 4000, 4],
] as const) {
  test(`a question page ${what} is painted from one answer, which fits the first window of a connection, and has few scripts`, async ({
    page,
    request,
  }) => {
    await page.goto(librarySite + path, { waitUntil: 'networkidle' });
    const asked = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        // Chromium alone tells.
        .map((entry) => ({
          url: entry.name,
          status: (entry as { renderBlockingStatus?: string }).renderBlockingStatus,
        })),
    );
    expect(asked.filter(({ status }) => status !== 'non-blocking')).toEqual([]);
    const weigh = async (url: string) => gzipSync(await (await request.get(url)).body()).length;
    expect(await weigh(librarySite + path)).toBeLessThanOrEqual(firstWindow);
    const scripts = asked.map(({ url }) => url).filter((url) => url.endsWith('.js'));
    expect(scripts).toHaveLength(scriptCount);
    const weights = await Promise.all(scripts.map(weigh));
    const total = weights.reduce((sum, weight) => sum + weight);
    expect(total).toBeLessThanOrEqual(mostBytes);
    expect(Math.round(total / 1000), 'the size in kilobytes that the README states').toBe(stated);
  });
}

test('a question page says what it is', async ({ page }) => {
  await page.goto(librarySite + angioplasty);
  await expect(page).toHaveTitle(
    'Describe the process and purpose of balloon angioplasty in endovascular interventions. - QuickTakes | Medicine',
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByText('Posted on Jan 10, 2025 by QuickTakes')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link')).toHaveText([
    'Home',
    'Subjects',
    'Medicine',
  ]);
  const canonical = page.locator('link[rel=canonical]');
  await expect(canonical).toHaveAttribute('href', librarySite + angioplasty);
  for (const name of ['og:title', 'og:description', 'og:url', 'og:type']) {
    await expect(page.locator(`meta[property="${name}"]`)).toHaveCount(1);
  }
  await expect(page.locator('meta[name="twitter:title"]')).toHaveCount(1);
});

test('a question page answers in short first, names its sources and says what it is not', async ({
  page,
}) => {
  await page.goto(librarySite + angioplasty);
  const short = page.getByRole('region', { name: 'In short' });
  await expect(short).toContainText(/balloon/i);
  const shortTop = (await short.boundingBox())?.y ?? 0;
  expect(shortTop).toBeLessThan((await page.locator('.answer').boundingBox())?.y ?? 0);
  await expect(page.getByRole('region', { name: 'Sources' }).getByRole('link').first()).toBeVisible();
  await expect(page.getByText('It is not medical advice')).toBeVisible();
});

test.describe('a page that scripts improve', () => {
  test('changes its theme by the keyboard, remembers it, and does not flash', async ({ page }) => {
    const complaints = watchConsole(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(librarySite + newton);
    const theme = page.getByRole('button', { name: 'Dark theme' });
    await tabTo(page, theme);
    await page.keyboard.press('Enter');
    await expect(theme).toHaveAttribute('aria-pressed', 'true');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await background()).toBe('rgb(21, 23, 27)');
    // Before any module has run.
    await page.route('**/scripts/**', (route) => route.abort());
    await page.reload();
    expect(await background()).toBe('rgb(21, 23, 27)');
    expect(complaints.filter((text) => !text.includes('ERR_FAILED'))).toEqual([]);
  });

  test('copies formulas as LaTeX, code and citations by the keyboard', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(librarySite + newton);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await tabTo(page, page.getByRole('button', { name: 'Copy the formula as LaTeX' }).first());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText('Copied the formula as LaTeX');
    expect(await clipboard()).toMatch(/^y = f\(x_n\)/);
    await tabTo(page, page.getByRole('button', { name: 'Copy the code' }).first());
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText('Copied the code');
    expect(await clipboard()).toMatch(/^from math import cos, sin\n/);
    await tabTo(page, page.locator('summary', { hasText: 'Cite this page' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Copy the MLA citation' }));
    await page.keyboard.press('Enter');
    await expect
      .poll(clipboard)
      .toMatch(/^“How does Newton's method find a root\?” QuickTakes, 14 Feb\. 2025,/);
  });

  test('shows what it holds, and where one is', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(librarySite + newton);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await contents.getByRole('link', { name: 'When it goes wrong' }).click();
    await expect(page).toHaveURL(/#when-it-goes-wrong$/);
    await expect(contents.getByRole('link', { name: 'When it goes wrong' })).toHaveAttribute(
      'aria-current',
      'location',
    );
  });

  test('keeps a question for studying', async ({ page }) => {
    await page.goto(librarySite + newton);
    const save = page.getByRole('button', { name: 'Save to study' });
    await save.click();
    await page.reload();
    await expect(save).toHaveAttribute('aria-pressed', 'true');
    expect(await page.evaluate(() => localStorage.getItem('quicktakes.saved'))).toBe(
      JSON.stringify([newton]),
    );
  });

  test('explains its keys, but takes none from a field', async ({ page }) => {
    await page.goto(librarySite);
    await page.getByRole('searchbox').fill('why');
    await page.getByRole('searchbox').press('?');
    await expect(page.getByRole('searchbox')).toHaveValue('why?');
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: 'Use the keys' }).uncheck();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
    await page.reload({ waitUntil: 'networkidle' });
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('an unknown address is answered with 404 and the way on', async ({ page }) => {
  for (const path of [
    '/no-such-page',
    '/learn/no-such-subject',
    '/learn/medicine/questions/none',
    '/learn/_/page/_',
  ]) {
    const response = await page.goto(librarySite + path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Medicine' })).toBeVisible();
  }
});

test.describe('a subject with more than a page of questions', () => {
  test('shows the newest fifty and leads to all others, fifty a page', async ({ page }) => {
    await page.goto(`${sourceSite}/learn/history`);
    await expect(page.locator('main li a.card-link')).toHaveCount(50);
    await expect(page.locator('main li a.card-link').first()).toHaveText('What happened in the year 110?');
    await page.getByRole('link', { name: 'Questions 51 to 100' }).click();
    await expect(page).toHaveURL(`${sourceSite}/learn/history/page/2`);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
      'href',
      `${sourceSite}/learn/history/page/2`,
    );
    await expect(page.locator('main li a.card-link')).toHaveCount(50);
    await page.getByRole('link', { name: 'Newer questions' }).click();
    await expect(page.locator('main li a.card-link')).toHaveCount(10);
    await page.getByRole('link', { name: 'Newest questions' }).click();
    await expect(page).toHaveURL(`${sourceSite}/learn/history`);
  });

  test('has no page beyond its last', async ({ request }) => {
    expect((await request.get(`${sourceSite}/learn/history/page/3`)).status()).toBe(200);
    for (const page of ['0', '4', '01', 'x']) {
      expect((await request.get(`${sourceSite}/learn/history/page/${page}`)).status()).toBe(404);
    }
    expect((await request.get(`${sourceSite}/learn/mathematics/page/1`)).status()).toBe(404);
  });
});

test.describe('a document of the source library', () => {
  const loops = `${sourceSite}/learn/computer-science/questions/how-do-loops-repeat-work-in-c`;
  const complex = `${sourceSite}/learn/mathematics/questions/how-are-complex-numbers-multiplied`;

  test('keeps its sections, lists, tables and code', async ({ page }) => {
    await page.goto(loops);
    await expect(page.locator('.answer h2')).toHaveText(['Leaving Early', 'Which One?']);
    await expect(page.locator('.answer > ol > li')).toHaveCount(3);
    await expect(page.locator('.answer li pre')).toHaveCount(2);
    await expect(page.locator('.answer tbody tr')).toHaveCount(3);
  });

  test('relates to what exists: once each, never itself, by its present title', async ({ page }) => {
    await page.goto(complex);
    const cards = page.getByRole('region', { name: 'Related questions' }).getByRole('link');
    await expect(cards).toHaveCount(5);
    await expect(cards.first()).toHaveText('What does a “biconditional” say?');
    const addresses = await cards.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(addresses).size).toBe(5);
    expect(addresses).not.toContain(new URL(complex).pathname);
  });
});

for (const site of [librarySite, sourceSite]) {
  test(`every answer of ${site} shows its formulas, and no sign of how they were written`, async ({
    page,
  }) => {
    // It walks through the whole library.
    test.slow();
    await page.goto(`${site}/learn`);
    const subjects = await hrefs(page, 'main li a.card-link');
    for (const subject of subjects) {
      await page.goto(site + subject);
      // Of many that were made alike, some will do.
      for (const link of (await hrefs(page, 'main li a.card-link')).slice(0, 20)) {
        const { unrendered, text } = await answerOf(page, link);
        expect(unrendered, link).toEqual([]);
        expect(text, link).not.toMatch(/\\n|\\\(|\\\[|\$\$|\$[a-z\\]/);
      }
    }
  });
}

/** What an answer shows as it was written, and its text without code and formulas, read by the browser without a visit. */
function answerOf(page: Page, path: string): Promise<{ unrendered: string[]; text: string }> {
  return page.evaluate(async (address) => {
    const html = await (await fetch(address)).text();
    const shown = new DOMParser().parseFromString(html, 'text/html');
    const answer = shown.querySelector('.answer');
    if (!answer) throw new Error(`${address} has no answer`);
    const unrendered = [...shown.querySelectorAll('.formula-source, merror, .answer-source')];
    answer.querySelectorAll('code, math').forEach((element) => {
      element.remove();
    });
    return { unrendered: unrendered.map(({ outerHTML }) => outerHTML), text: answer.textContent };
  }, path);
}

function hrefs(page: Page, links: string): Promise<string[]> {
  return page.locator(links).evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

test('the math font is fetched by pages that have formulas, and by no others', async ({ browser }) => {
  const fontsOf = async (path: string) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const fonts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fonts.push(request.url());
    });
    await page.goto(librarySite + path, { waitUntil: 'networkidle' });
    await context.close();
    return fonts;
  };
  expect(await fontsOf(kinds.code)).toEqual([]);
  // The small one holds primes.
  expect(
    (await fontsOf(newton))
      .map((url) => /(?:assets|fonts)\/([\w-]+?)(?:-[0-9A-Z]{8})?\.woff2/.exec(url)?.[1])
      .sort(),
  ).toEqual(['Temml', 'stix-two-math-core']);
});
