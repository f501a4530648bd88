import { chromium } from '@playwright/test';

import { findProgram, isExecutable } from '@/lib/testing/installed';
import { packagedBrowser } from './package';

/** What the programs are called that are looked for in `PATH`. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const macOsPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The paths of the Chromiums of this machine, in the order in which they are tried: the one in `CHROMIUM_PATH` alone, or
 * installed ones, Playwright's, and the one of a package. Whether they start is not known.
 */
export function findBrowsers(): string[] {
  const { CHROMIUM_PATH: chosen } = process.env;
  if (chosen !== undefined) return [chosen];
  const installed = names.map(findProgram).filter((path) => path !== undefined);
  return [...installed, ...[...macOsPlaces, chromium.executablePath(), packagedBrowser].filter(isExecutable)];
}

/** The first of {@link findBrowsers}; undefined where there is none. */
export function findBrowser(): string | undefined {
  return findBrowsers()[0];
}
