import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';

import { provideBrowser } from '@/e2e/browser/provide';
import { isSystemError } from '@/lib/system-error';
import { freePort } from '@/lib/testing/free-port';
import { resultsOfPlaywright, resultsOfVitest, summaryOf, type Results } from '@/lib/testing/summary';
import { main } from './main';

const unitReport = 'test-results/unit.json';
const endToEndReport = 'test-results/e2e.json';

/** Settings of a site that may be set for other commands. The tests have their own. */
const settings = [
  'CONTENT_DIR',
  'OUT_DIR',
  'SITE_URL',
  'SOCIAL_IMAGES',
  'REPOSITORY_URL',
  'INDEXNOW_KEY',
  'INDEXNOW_ENDPOINT',
];

/** Runs unit tests, then end-to-end tests. The last line counts both. Runs nothing without a browser. */
main(async () => {
  for (const name of settings) Reflect.deleteProperty(process.env, name);
  await rm('test-results', { recursive: true, force: true });
  await mkdir('test-results');
  process.env.CHROMIUM_PATH = await provideBrowser((line) => {
    console.log(line);
  });
  // Another run on the same machine needs another port.
  process.env.E2E_PORT ??= String(await freePort(2));
  const unit = npx(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  );
  const endToEnd = npx('playwright', 'test', ...process.argv.slice(2));
  const summary = summaryOf([
    await resultsIn(unitReport, resultsOfVitest, unit),
    await resultsIn(endToEndReport, resultsOfPlaywright, endToEnd),
  ]);
  console.log(summary);
  if (!summary.endsWith(' passed, 0 failed')) process.exitCode = 1;
});

/** The results of a run from its report. A failed run has at least one failure, even without a report. */
async function resultsIn(
  file: string,
  read: (report: unknown) => Results,
  exitCode: number | null,
): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (text === undefined) return { passed: 0, failed: 1, leftOut: new Map() };
  const results = read(JSON.parse(text));
  return exitCode === 0 || results.failed > 0 ? results : { ...results, failed: 1 };
}

function npx(...args: string[]): number | null {
  return spawnSync('npx', ['--no-install', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status;
}
