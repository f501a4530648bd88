import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { costOf, type Cost } from './program';

const run = promisify(execFile);

/** A version of this project: the current files or a commit. */
export type Version = 'now' | { commit: string };

/** An earlier version, for comparison. */
export const before = { commit: 'a79af05' } as const;

/** Whether the clone contains a version; a shallow clone has no old commits. */
export async function isHere(version: Version): Promise<boolean> {
  if (version === 'now') return true;
  return run('git', ['cat-file', '-e', `${version.commit}^{commit}`]).then(
    () => true,
    (error: unknown) => (error instanceof Error && 'code' in error ? false : Promise.reject(error as Error)),
  );
}

/**
 * Copies the files of this project without generated ones, so that a measurement does not change the
 * checkout.
 */
export async function copyProject(folder: string, version: Version): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (version === 'now') return copyFiles(folder);
  const archive = `${folder}.tar`;
  await run('git', ['archive', '--output', archive, version.commit]);
  await run('tar', ['-xf', archive, '-C', folder]);
}

/** `npm ci`, with npm's cache. */
export function installPackages(folder: string): Promise<Cost> {
  return costOf({ command: ['npm', 'ci', '--no-fund', '--no-audit', '--prefer-offline'], cwd: folder });
}

async function copyFiles(folder: string): Promise<void> {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', list, { maxBuffer: 64 * 1024 * 1024 });
  for (const path of stdout.split('\0')) {
    if (path !== '' && existsSync(path)) await cp(path, join(folder, path));
  }
}
