import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { filesBelow } from '@/lib/files-below';
import { planVariable } from '@/lib/pages/plan';
import { notFoundPath } from '@/lib/site';
import { UserError } from '@/lib/user-error';
import { documentPath } from './pieces';
import { scriptsFolder } from './scripts';

/** Where Next.js keeps what it compiled and made. */
export const nextFolder = resolve('.next');

/** Where Next.js finds what it has to make. */
export const planFolder = resolve('.cache/plan');

/** Tell the configuration of Next.js the build's name, and which of its steps this is. */
const buildVariable = 'BUILD_ID';
const stepVariable = 'BUILD_STEP';

/** A page leaves much that is soon of no use: with room for it, a quarter of the time goes into nothing else. */
const youngMemory = '--max-semi-space-size=64';

const pagesFolder = join(nextFolder, 'server/app');

/** Says for which template the site was compiled. */
const compiledFile = join(nextFolder, 'compiled');

/**
 * Compiles the site, where it is not compiled yet. Building in two steps spares every release but the first of a
 * template the compilation, and all of them a second copy of every page.
 *
 * @param template names the build, so that equal pages of different builds are equal to the byte
 * @throws UserError with Next's own words when that fails
 */
export async function compileSite(template: string): Promise<void> {
  if ((await readFile(compiledFile, 'utf8').catch(() => '')) === template) return;
  await rm(compiledFile, { force: true });
  await runNext(template, 'compile');
  await writeFile(compiledFile, template);
}

/**
 * Makes the pages of the plan; {@link prerenderedFile} says where.
 *
 * @throws UserError with Next's own words when that fails
 */
export async function prerenderPages(template: string, addresses: readonly string[]): Promise<void> {
  // Nothing that an earlier build made may be taken for what this one failed to make.
  for (const address of addresses) await rm(prerenderedFile(address), { force: true });
  try {
    await runNext(template, 'generate');
  } catch (error) {
    await rm(compiledFile, { force: true });
    throw error;
  }
}

/** The document of an address as Next.js made it, unfinished. */
export function prerenderedFile(address: string): string {
  return join(pagesFolder, address === notFoundPath ? '_not-found.html' : documentPath(address));
}

/** A file that all pages share: styles, fonts and icons. */
interface SharedFile {
  file: string;
  /** Within the release. */
  path: string;
}

/**
 * Every file of the compiled site and of `public/` that is published beside pages; not the modules of our scripts, which a
 * release has in another form.
 */
export async function sharedFiles(): Promise<SharedFile[]> {
  const [compiled, own, made] = await Promise.all(
    [join(nextFolder, 'static'), resolve('public'), pagesFolder].map(filesIn),
  );
  const bodyEnding = '.body';
  return [
    // No page runs what Next.js made of scripts.
    ...(compiled ?? [])
      .filter(({ path }) => !path.endsWith('.js'))
      .map(({ file, path }) => ({ file, path: `_next/static/${path}` })),
    ...(own ?? []).filter(({ path }) => !path.startsWith(`${scriptsFolder}/`)),
    // Where Next.js keeps what route handlers answered.
    ...(made ?? [])
      .filter(({ path }) => path.endsWith(bodyEnding))
      .map(({ file, path }) => ({ file, path: path.slice(0, -bodyEnding.length) })),
  ];
}

async function filesIn(folder: string): Promise<SharedFile[]> {
  return (await filesBelow(folder)).map((path) => ({ file: join(folder, path), path }));
}

async function runNext(template: string, mode: 'compile' | 'generate'): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build', '--experimental-build-mode', mode], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${youngMemory}`,
      [planVariable]: planFolder,
      [buildVariable]: template,
      [stepVariable]: mode,
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
