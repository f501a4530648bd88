import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { withBuildLock } from './lock';

const temporary = temporaryFolder();
const lock = () => join(temporary.path, 'locks/build.lock');
const silent = () => undefined;

test('a lock is held while the work is done, and given up when it fails', async () => {
  const work = () =>
    withBuildLock(
      async () => {
        expect(await readFile(lock(), 'utf8')).toBe(String(process.pid));
        throw new Error('failed');
      },
      silent,
      lock(),
    );
  await expect(work()).rejects.toThrow('failed');
  await expect(readFile(lock())).rejects.toThrow('ENOENT');
});

test('a build waits for another one, and says so once', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  await temporary.put('locks/build.lock', String(other.pid));
  const lines: string[] = [];
  const order: string[] = [];
  const waiting = withBuildLock(
    async () => {
      await Promise.resolve(order.push('work'));
    },
    (line) => lines.push(line),
    lock(),
  );
  setTimeout(() => {
    order.push('ended');
    other.kill('SIGKILL');
  }, 600);
  await waiting;
  expect(order).toEqual(['ended', 'work']);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`process ${other.pid}`);
});

test('what a build left that was killed while it waited is removed, and nothing else', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await temporary.put('locks/build.lock.killed', String(pid));
  await temporary.put('locks/build.lock.waiting', String(other.pid));
  await temporary.put('locks/other', String(pid));
  await withBuildLock(() => Promise.resolve(), silent, lock());
  other.kill('SIGKILL');
  expect(await readdir(join(temporary.path, 'locks'))).toEqual(['build.lock.waiting', 'other']);
});

test.each(['', 'x', '0', 'gone'])('a stale lock (%s) does not stand in the way', async (content) => {
  await temporary.put('locks/build.lock', '');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await writeFile(lock(), content === 'gone' ? String(pid) : content);
  await expect(withBuildLock(() => Promise.resolve('done'), silent, lock())).resolves.toBe('done');
});
