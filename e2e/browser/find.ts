import { chromium } from '@playwright/test';

import { findProgram, isExecutable } from '@/lib/testing/installed';
import { packagedBrowser } from './package';

/** Names of browsers to look for in `PATH`. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const macOsPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The paths of installed Chromium browsers in the order in which they are tried: only the one in
 * `CHROMIUM_PATH` if it is set, otherwise those in `PATH`, Playwright's, and the one of the npm package. They
 * may fail to start.
 */
export function findBrowsers(): string[] {
  const { CHROMIUM_PATH: chosen } = process.env;
  if (chosen !== undefined) return [chosen];
  const installed = names.map(findProgram).filter((path) => path !== undefined);
  return [...installed, ...[...macOsPlaces, chromium.executablePath(), packagedBrowser].filter(isExecutable)];
}

/** The first of {@link findBrowsers}; undefined if there is none. */
export function findBrowser(): string | undefined {
  return findBrowsers()[0];
}
