import { mkdir, open, readFile, stat, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { tryLock } from 'fs-native-extensions';

import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';

/** Builds of one checkout share its cache folders, so only one may run. */
const lockFile = '.cache/build.lock';

/**
 * Offset of the locked byte, far behind the process number, because Windows does not allow others to read
 * locked bytes.
 */
const lockedByte = 2 ** 30;

/** Milliseconds between two attempts to get the lock. */
const pollMilliseconds = 250;

/** Rejects with a UserError if the lock was lost because its file was removed or replaced. */
export type AssertLocked = () => Promise<void>;

/**
 * Runs `work` while no other build of this checkout runs. Waits for a running build to end. The operating
 * system releases the lock (`fcntl`, `flock`, `LockFileEx`) when the process ends, for any reason. The lock
 * file is never removed, because only its lock tells whether a build is running.
 *
 * @param work calls its argument before it changes files that other builds use
 * @param report called once if it has to wait, with a line that names the other build
 * @throws UserError if the lock was lost before `work` ended
 */
export async function withBuildLock<Result>(
  work: (assertLocked: AssertLocked) => Promise<Result>,
  report: (line: string) => void,
  path = resolve(lockFile),
): Promise<Result> {
  const file = await takeLock(path, report);
  try {
    const assertLocked = async () => {
      if (await isFileAt(file, path)) return;
      throw new UserError(
        `The lock file ${path} was removed or replaced during this build, so another build may have run at the same time. Run the build again.`,
      );
    };
    await file.truncate();
    await file.write(String(process.pid));
    const result = await work(assertLocked);
    await assertLocked();
    return result;
  } finally {
    await file.close();
  }
}

async function takeLock(path: string, report: (line: string) => void): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true });
  for (let isTold = false; ;) {
    const file = await open(path, 'a');
    let isTaken = false;
    try {
      // The previous owner may have removed the file in between; a lock on a removed file has no effect.
      isTaken = tryLock(file.fd, lockedByte, 1) && (await isFileAt(file, path));
    } finally {
      if (!isTaken) await file.close();
    }
    if (isTaken) return file;
    if (!isTold) report(`Waiting for ${await readHolder(path)} …`);
    isTold = true;
    await setTimeout(pollMilliseconds);
  }
}

/** Whether a path leads to an open file. */
async function isFileAt(file: FileHandle, path: string): Promise<boolean> {
  try {
    const [own, found] = await Promise.all([file.stat({ bigint: true }), stat(path, { bigint: true })]);
    return own.ino === found.ino && own.dev === found.dev;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<string> {
  try {
    return `the build of process ${Number(await readFile(path, 'utf8')) || '(unknown)'}`;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return 'another build';
    throw error;
  }
}
