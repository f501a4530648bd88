import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { chromium, type Browser, type Page } from '@playwright/test';

import { findBrowser } from '@/e2e/browser/find';
import { archivePage, kinds } from '@/e2e/kinds';
import { writeSourceContent } from '@/e2e/source-content';
import { buildSite } from '@/lib/release/build';
import { serveSite } from '@/lib/deploy/serve';
import { outFolder } from '@/lib/release/store/release-folders';
import { main } from './main';

const folder = 'test-results/screenshots';

/** The picture in the README. */
const readmePicture = 'docs/question-page.webp';

const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

const colorSchemes = ['light', 'dark'] as const;

interface Subject {
  path: string;
  /** Actions before the picture is taken. */
  act?: (page: Page) => Promise<void>;
  /** Whether the picture shows the whole page instead of the first screen. */
  isWhole?: boolean;
}

const pages: Record<string, Subject> = {
  ...Object.fromEntries(
    Object.entries(kinds)
      .filter(([name]) => name !== 'search' && name !== 'study')
      .map(([name, path]) => [name, { path, isWhole: true }]),
  ),
  menu: {
    path: kinds.prose,
    act: (page) => page.getByRole('button', { name: 'Subjects' }).click(),
  },
  dialog: {
    path: kinds.subject,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('rate');
      await page.locator('.search-result').first().waitFor();
    },
  },
  keys: {
    path: kinds.subject,
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  'search-empty': { path: kinds.search, isWhole: true },
  'search-results': { path: `${kinds.search}?q=matrix`, isWhole: true },
  'search-nothing': { path: `${kinds.search}?q=angioplatsy`, isWhole: true },
  'study-overview': { path: kinds.study },
  'study-card': { path: kinds.study, act: startStudying },
  'study-answer': {
    path: kinds.study,
    act: async (page) => {
      await startStudying(page);
      await page.keyboard.press('Space');
    },
  },
  'study-end': {
    path: kinds.study,
    act: async (page) => {
      await startStudying(page);
      for (const _ of Array.from({ length: 20 })) {
        await page.keyboard.press('Space');
        await page.keyboard.press('4');
      }
    },
  },
};

async function startStudying(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Physics' }).check();
  await page.getByRole('button', { name: 'Start studying' }).click();
  await page.getByRole('region', { name: 'Session' }).waitFor();
}

/**
 * Saves screenshots of every kind of page, and of states of search and study: on a phone and a desktop, light
 * and dark. Renews the picture in the README.
 */
main(async () => {
  const browser = await chromium.launch({ executablePath: findBrowser() });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await withSite('library', async (site) => {
    for (const colorScheme of colorSchemes) {
      for (const { width, height } of Object.values(screens)) {
        for (const [name, subject] of Object.entries(pages)) {
          await take(browser, site, { name, ...subject, width, height, colorScheme });
        }
      }
    }
    for (const width of [320, 1920]) {
      for (const name of ['home', 'prose'] as const) {
        await take(browser, site, { name, path: kinds[name], isWhole: true, width, colorScheme: 'light' });
      }
    }
    for (const name of ['formulas', 'table'] as const) await print(browser, site + kinds[name], name);
    await makeReadmePicture(browser, site + kinds.formulas);
  });
  process.env.CONTENT_DIR = resolve('test-results/source-content');
  await writeSourceContent(process.env.CONTENT_DIR);
  await withSite('source', async (site) => {
    for (const { width } of Object.values(screens)) {
      await take(browser, site, {
        name: 'archive',
        path: archivePage,
        isWhole: true,
        width,
        colorScheme: 'light',
      });
    }
  });
  await browser.close();
  console.log(`The screenshots are in ${folder}.`);
});

/** Builds a site and serves it while `work` runs. */
async function withSite(name: string, work: (site: string) => Promise<void>): Promise<void> {
  process.env.OUT_DIR = resolve('test-results', name);
  await buildSite({ report: () => undefined });
  const server = await serveSite(outFolder(), 0);
  const address = server.address();
  try {
    await work(`http://localhost:${typeof address === 'object' && address ? address.port : 0}`);
  } finally {
    server.close();
  }
}

interface Picture extends Subject {
  name: string;
  width: number;
  height?: number;
  colorScheme: (typeof colorSchemes)[number];
}

async function take(browser: Browser, site: string, picture: Picture): Promise<void> {
  const { name, path, act, isWhole = false, width, height = 900, colorScheme } = picture;
  const page = await browser.newPage({ colorScheme, viewport: { width, height }, reducedMotion: 'reduce' });
  await page.goto(site + path, { waitUntil: 'networkidle' });
  await act?.(page);
  await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: isWhole });
  await page.close();
}

/** A page as it is printed: the PDF, and one picture of its contents at the width of A4. */
async function print(browser: Browser, url: string, name: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 718, height: 1000 }, colorScheme: 'dark' });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.pdf({
    path: join(folder, `${name}-print.pdf`),
    format: 'A4',
    margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' },
  });
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: join(folder, `${name}-print.png`), fullPage: true });
  await page.close();
}

/** A question on a phone, light and dark side by side. */
async function makeReadmePicture(browser: Browser, url: string): Promise<void> {
  const shots: string[] = [];
  for (const colorScheme of colorSchemes) {
    const page = await browser.newPage({ colorScheme, viewport: screens.phone, deviceScaleFactor: 2 });
    await page.goto(url, { waitUntil: 'networkidle' });
    shots.push((await page.screenshot()).toString('base64'));
    await page.close();
  }
  const { width, height } = screens.phone;
  const gap = 24;
  const page = await browser.newPage({
    viewport: { width: 2 * width + gap, height },
    deviceScaleFactor: 1.25,
  });
  const images = shots.map((shot) => `<img width="${width}" src="data:image/png;base64,${shot}">`);
  await page.setContent(
    `<body style="margin:0;display:flex;gap:${gap}px;background:transparent">${images.join('')}`,
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
  await writeFile(readmePicture, Buffer.from(data, 'base64'));
  await page.close();
}
