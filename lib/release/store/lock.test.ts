import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { withBuildLock } from './lock';

const temporary = temporaryFolder();
const lock = () => join(temporary.path, 'locks/build.lock');
const log = () => join(temporary.path, 'log');
const silent = () => undefined;

const processes: ChildProcess[] = [];

afterEach(() => {
  for (const each of processes.splice(0)) each.kill('SIGKILL');
});

/** Starts a process that holds the lock for some time. Resolves when it has sent `message`. */
async function hold(milliseconds: number, message: 'started' | 'begun'): Promise<ChildProcess> {
  const options = { execArgv: ['--import', 'tsx'] };
  const child = fork('lib/testing/lock-holder.ts', [lock(), log(), String(milliseconds)], options);
  processes.push(child);
  await said(child, message);
  return child;
}

/** Resolves when a process has sent a message. */
function said(child: ChildProcess, message: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (line) => {
      if (line === message) resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`ended with ${code} before it said "${message}"`));
    });
  });
}

test('a lock is held while the work is done, and given up when it fails', async () => {
  const order: string[] = [];
  const others: Promise<unknown>[] = [];
  const failing = withBuildLock(
    async () => {
      order.push('first');
      // Called when the first build has the lock: of two calls at the same time, either may get it.
      others.push(withBuildLock(() => Promise.resolve(order.push('second')), silent, lock()));
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('first ends');
      throw new Error('failed');
    },
    silent,
    lock(),
  );
  await expect(failing).rejects.toThrow('failed');
  await Promise.all(others);
  expect(order).toEqual(['first', 'first ends', 'second']);
});

test('a build waits for another one, reports it once, and continues when the other is killed', async () => {
  const other = await hold(60_000, 'begun');
  const lines: string[] = [];
  let killed = 0;
  setTimeout(() => {
    killed = Date.now();
    other.kill('SIGKILL');
  }, 1200);
  await withBuildLock(
    () => Promise.resolve(),
    (line) => lines.push(line),
    lock(),
  );
  expect(killed).toBeGreaterThan(0);
  expect(Date.now() - killed).toBeLessThan(3000);
  expect(lines).toEqual([`Waiting for the build of process ${other.pid} …`]);
});

test('a build whose event loop is blocked for some seconds keeps its lock', async () => {
  const other = await hold(6000, 'begun');
  await withBuildLock(
    async () => {
      expect(await readFile(log(), 'utf8')).toBe(`begin ${other.pid}\nend ${other.pid}\n`);
    },
    silent,
    lock(),
  );
});

test('builds that wait for a killed one continue one at a time', async () => {
  const first = await hold(60_000, 'begun');
  const waiting = await Promise.all(Array.from({ length: 4 }, () => hold(300, 'started')));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const ends = waiting.map((child) => once(child, 'exit'));
  first.kill('SIGKILL');
  expect((await Promise.all(ends)).map(([code]) => code as unknown)).toEqual([0, 0, 0, 0]);
  const lines = (await readFile(log(), 'utf8')).trim().split('\n').slice(1);
  expect(lines).toHaveLength(8);
  for (let index = 0; index < lines.length; index += 2) {
    expect(lines[index + 1]).toBe(lines[index]?.replace('begin', 'end'));
  }
}, 60_000);

test.each([
  ['removed', () => rm(lock())],
  ['replaced', () => temporary.put('locks/other', '1').then(() => rename(join(lock(), '../other'), lock()))],
])('a build whose lock file is %s fails', async (_, change) => {
  const seen: unknown[] = [];
  const build = withBuildLock(
    async (assertLocked) => {
      await assertLocked();
      await change();
      await assertLocked().catch((error: unknown) => seen.push(error));
      return 'published';
    },
    silent,
    lock(),
  );
  await expect(build).rejects.toThrow(/was removed or replaced during this build/);
  expect(seen).toHaveLength(1);
});

test.each(['', 'x', '0', String(process.pid)])(
  'a lock file that nobody holds (%s) does not stand in the way',
  async (content) => {
    await temporary.put('locks/build.lock', content);
    await expect(withBuildLock(() => Promise.resolve('done'), silent, lock())).resolves.toBe('done');
  },
);
