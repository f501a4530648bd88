import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { findBrowser } from '@/e2e/browser';
import { buildSite } from '@/lib/release/build';
import { serveSite } from '@/lib/release/serve';
import { outFolder } from '@/lib/release/releases';
import { learnPath, questionPath, searchPath, studyPath, subjectPath } from '@/lib/site';
import { main } from './main';

const folder = 'test-results/screenshots';

/** One of each kind of page. */
const pages: [name: string, path: string][] = [
  ['home', '/'],
  ['subjects', learnPath],
  ['subject', subjectPath('mathematics')],
  ['index', `${subjectPath('mathematics')}/a-z`],
  [
    'question-prose',
    questionPath(
      'medicine',
      'list-the-symptoms-associated-with-acute-arterial-occlusion-known-as-the-six-ps',
    ),
  ],
  ['question-formulas', questionPath('mathematics', 'how-does-newtons-method-find-a-root')],
  ['question-code', questionPath('computer-science', 'what-does-a-pointer-hold-in-c')],
  ['search', `${searchPath}?q=matrix`],
  ['study', studyPath],
  ['not-found', '/no-such-page'],
];

/** Pictures of every kind of page, on a phone and a desktop, light and dark, to be looked at. */
main(async () => {
  await buildSite({
    report: (line) => {
      console.log(line);
    },
  });
  const server = await serveSite(outFolder(), 0);
  const address = server.address();
  const site = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  await mkdir(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [screen, width, height] of [
      ['phone', 390, 844],
      ['desktop', 1280, 900],
    ] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height } });
      for (const [name, path] of pages) {
        await page.goto(site + path, { waitUntil: 'networkidle' });
        await page.screenshot({ path: join(folder, `${name}-${screen}-${colorScheme}.png`), fullPage: true });
      }
      await page.close();
    }
  }
  await browser.close();
  server.close();
  console.log(`Look at ${folder}.`);
});
