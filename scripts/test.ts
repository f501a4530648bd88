import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';

import { chromium } from '@playwright/test';
import { z } from 'zod';

import { findBrowser } from '@/e2e/browser';
import { UserError } from '@/lib/user-error';
import { main } from './main';

const unitResults = 'test-results/unit.json';
const endToEndResults = 'test-results/e2e.json';

const unitReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const endToEndReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Unit tests, then end-to-end tests; the last line counts both. */
main(async () => {
  await rm('test-results', { recursive: true, force: true });
  await mkdir('test-results');
  const unit = npx(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitResults}`,
  );
  installBrowser();
  const endToEnd = npx('playwright', 'test', ...process.argv.slice(2));
  if (!existsSync(endToEndResults)) throw new UserError('The end-to-end tests were not run.');

  const { numPassedTests, numFailedTests } = unitReport.parse(
    JSON.parse(await readFile(unitResults, 'utf8')),
  );
  const { stats } = endToEndReport.parse(JSON.parse(await readFile(endToEndResults, 'utf8')));
  // A test that passes only now and then, or is passed over, has not passed.
  const failed = numFailedTests + stats.unexpected + stats.flaky + stats.skipped;
  console.log(`${numPassedTests + stats.expected} passed, ${failed} failed`);
  if (failed > 0 || unit !== 0 || endToEnd !== 0) process.exitCode = 1;
});

/** Playwright's own Chromium, for a machine that has none. */
function installBrowser(): void {
  if (findBrowser() !== undefined || existsSync(chromium.executablePath())) return;
  if (npx('playwright', 'install', 'chromium') !== 0) {
    throw new UserError(
      'No Chromium was found and none could be downloaded. Install one, or name it in CHROMIUM_PATH.',
    );
  }
}

function npx(...args: string[]): number | null {
  return spawnSync('npx', ['--no-install', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status;
}
