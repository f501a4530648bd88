import { resolve } from 'node:path';

import { defineConfig, devices } from '@playwright/test';

import { findBrowser } from './e2e/browser/find';
import { librarySite, sourceContent, sourceSite, sourceSiteImages } from './e2e/sites';

/** Tests that build in this checkout, where one build waits for another. */
const builds = /(?:commands|cross-listings|export|faults|releases)\.spec\.ts/;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: process.env.CI === 'true',
  fullyParallel: true,
  workers: 2,
  // Only what hangs takes so long, even on a machine that has other work.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  // The machine's other half is for pages, so that no build waits for another.
  projects: [
    { name: 'builds', testMatch: builds, workers: 1 },
    { name: 'pages', testIgnore: builds },
  ],
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: { executablePath: findBrowser() },
  },
  // Started one after the other: both build in this checkout.
  webServer: [
    {
      command: 'node scripts/run.mjs start',
      url: librarySite,
      timeout: 600_000,
      env: { PORT: new URL(librarySite).port, OUT_DIR: resolve('test-results/library') },
    },
    {
      command: 'npx tsx e2e/source-site.ts',
      url: sourceSite,
      timeout: 600_000,
      env: {
        PORT: new URL(sourceSite).port,
        OUT_DIR: resolve('test-results/source'),
        CONTENT_DIR: sourceContent,
        SOCIAL_IMAGES: String(sourceSiteImages),
      },
    },
  ],
});
