import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { isRunning } from '@/lib/is-running';
import { isSystemError } from '@/lib/system-error';

/** Builds of one checkout share the folders of Next.js, so only one may run. */
const lockFile = '.cache/build.lock';

/** Between two looks at whether another build has ended. */
const pollMilliseconds = 250;

/**
 * Runs `work` while no other build of this checkout does; waits for one that is running. A lock whose process is gone
 * counts for nothing.
 *
 * @param report is told, once, what is being waited for
 */
export async function withBuildLock<Result>(
  work: () => Promise<Result>,
  report: (line: string) => void,
  path = resolve(lockFile),
): Promise<Result> {
  await takeLock(path, report);
  try {
    await removeAbandoned(path);
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeLock(path: string, report: (line: string) => void): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // A lock appears with its content, so that nobody reads half of it.
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, String(process.pid));
  try {
    for (let isTold = false; !(await linkNew(draft, path));) {
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isRunning(holder)) {
        if (!isTold) report(`Waiting for the build of process ${holder}; if it is none, delete ${path} …`);
        isTold = true;
        await setTimeout(pollMilliseconds);
      } else {
        await rm(path, { force: true });
      }
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes what builds left that were killed while they waited. */
async function removeAbandoned(path: string): Promise<void> {
  const start = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(start)) continue;
    const draft = join(dirname(path), name);
    const waiting = Number(await readFile(draft, 'utf8').catch(() => ''));
    if (waiting > 0 && waiting !== process.pid && !isRunning(waiting)) await rm(draft, { force: true });
  }
}

/** @returns whether there was nothing at `target` before */
async function linkNew(source: string, target: string): Promise<boolean> {
  try {
    await link(source, target);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}
