import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { filesBelow } from '@/lib/files-below';
import { plannerVariable, planVariable, removePlan, type WrittenPlan } from '@/lib/pages/plan';
import { notFoundPath } from '@/lib/site';
import { UserError } from '@/lib/user-error';
import { documentPath } from './pieces';
import { readRoutes, refuseClientComponents } from './routes';
import { scriptsFolder } from './scripts';

/** Where Next.js keeps what it compiled and made. */
export const nextFolder = resolve('.next');

/** Where Next.js finds what it has to make. */
export const planFolder = resolve('.cache/plan');

/** Tell the configuration of Next.js the build's name, and which of its steps this is. */
const buildVariable = 'BUILD_ID';
const stepVariable = 'BUILD_STEP';

/** A page leaves much that is soon of no use: with room for it, a quarter of the time goes into nothing else. */
const youngMemory = '--max-semi-space-size=32';

const pagesFolder = join(nextFolder, 'server/app');

/** Says, in the folder of Next.js, for which template the site was compiled. */
const compiledFile = 'compiled';

/**
 * Compiles the site, where it is not compiled yet. Building in two steps spares every release but the first of a
 * template the compilation, and all of them a second copy of every page.
 *
 * What the compilation says of client components is read here, before anything else of Next.js runs: when Next.js makes
 * pages, it writes the same files again.
 *
 * @param template names the build, so that equal pages of different builds are equal to the byte
 * @param folder of Next.js
 * @throws UserError with Next's own words when that fails, or naming the documents that use client components
 */
export async function compileSite(
  template: string,
  folder = nextFolder,
  compile = () => new NextRun(template, 'compile').done,
): Promise<void> {
  if (await isCompiled(template, folder)) return;
  await rm(join(folder, compiledFile), { force: true });
  await compile();
  await refuseClientComponents(folder, await readRoutes(folder));
  await writeFile(join(folder, compiledFile), template);
}

/** Whether the site was compiled last for this template. */
export async function isCompiled(template: string, folder = nextFolder): Promise<boolean> {
  return (await readFile(join(folder, compiledFile), 'utf8').catch(() => '')) === template;
}

/**
 * Has Next.js begin to make the pages of a plan that is still to be written, for it takes seconds to begin. The site
 * {@link isCompiled}.
 */
export async function beginPrerender(template: string): Promise<NextRun> {
  await removePlan(planFolder);
  return new NextRun(template, 'generate');
}

/**
 * Makes the pages of a plan; {@link prerenderedFile} says where.
 *
 * @param begun what {@link beginPrerender} began, and nothing was made by yet
 * @throws UserError with Next's own words when that fails
 */
export async function prerenderPages(
  template: string,
  plan: WrittenPlan,
  addresses: readonly string[],
  begun?: NextRun,
): Promise<void> {
  // Nothing that an earlier build made may be taken for what this one failed to make.
  for (const address of addresses) await rm(prerenderedFile(address), { force: true });
  await plan.complete();
  try {
    await (begun ?? new NextRun(template, 'generate')).done;
  } catch (error) {
    await rm(join(nextFolder, compiledFile), { force: true });
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
    // No page runs what Next.js made of scripts, and each holds its styles.
    ...(compiled ?? [])
      .filter(({ path }) => !/\.(?:js|css)$/.test(path))
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

/** A step of Next.js, in a process of its own. */
export class NextRun {
  /** Fulfilled when it has succeeded; or rejected, with a UserError of its own words. */
  readonly done: Promise<void>;
  readonly #process: ChildProcess;

  constructor(template: string, step: 'compile' | 'generate') {
    const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
    this.#process = spawn(process.execPath, [next, 'build', '--experimental-build-mode', step], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${youngMemory}`,
        [planVariable]: planFolder,
        [plannerVariable]: String(process.pid),
        [buildVariable]: template,
        [stepVariable]: step,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.done = succeeds(this.#process);
    // What it says is heard when it is waited for.
    this.done.catch(() => undefined);
  }

  /** Ends it, if it still runs. */
  async stop(): Promise<void> {
    this.#process.kill();
    await this.done.catch(() => undefined);
  }
}

async function succeeds(next: ChildProcess): Promise<void> {
  const output: Buffer[] = [];
  next.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  next.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const exitCode = await new Promise((resolveExit, reject) => {
    next.on('error', reject);
    next.on('close', resolveExit);
  });
  if (exitCode !== 0) {
    throw new UserError(`The pages could not be built. Next.js said:\n\n${Buffer.concat(output).toString()}`);
  }
}
