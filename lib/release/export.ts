import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { UserError } from '@/lib/user-error';

/** Where `next build` keeps what it compiled. */
export const nextFolder = resolve('.next');

/** Where it puts the exported pages, unfinished. */
export const exportFolder = join(nextFolder, 'export');

/** Compiles the site and exports every page. @throws UserError with Next's own words when that fails. */
export async function exportSite(): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
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
