import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { planVariable } from '@/lib/pages/plan';
import { UserError } from '@/lib/user-error';

/** Where `next build` keeps what it compiled. */
export const nextFolder = resolve('.next');

/** Where it puts the exported pages, unfinished. */
export const exportFolder = join(nextFolder, 'export');

/** Gives the build's name to the configuration of Next.js. */
export const buildVariable = 'BUILD_ID';

/** Where an export finds what it has to make. */
export const planFolder = resolve('.cache/plan');

/**
 * Compiles the site and exports the pages of the plan.
 *
 * @param template names the build, so that equal pages of different builds are equal to the byte
 * @throws UserError with Next's own words when that fails
 */
export async function exportSite(template: string): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      [planVariable]: planFolder,
      [buildVariable]: template,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const exitCode = await new Promise((resolveExit, reject) => {
    child.on('error', reject);
    child.on('close', resolveExit);
  });
  if (exitCode !== 0) {
    throw new UserError(`The pages could not be built. Next.js said:\n\n${Buffer.concat(output).toString()}`);
  }
}
