import { execFileSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

import { needs } from '@/lib/testing/needs';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { currentChangedDays, readChangedDays } from './changed-days';

const temporary = temporaryFolder();

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function git(day: string, ...args: string[]): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
  execFileSync('git', ['-C', temporary.path, '-c', 'user.name=x', '-c', 'user.email=x@y.z', ...args], {
    env,
    stdio: 'pipe',
  });
}

test('the day of the last commit that touched a file', needs('git'), async () => {
  git('2025-01-01', 'init', '-q');
  await mkdir(join(temporary.path, 'content/law'), { recursive: true });
  for (const [name, day] of [
    ['a', '2025-01-01'],
    ['é b', '2025-02-01'],
    ['a', '2025-03-01'],
  ] as const) {
    await writeFile(join(temporary.path, 'content/law', `${name}.md`), day);
    git(day, 'add', '-A');
    git(day, 'commit', '-qm', day);
  }
  expect([...(await readChangedDays(join(temporary.path, 'content')))].sort()).toEqual([
    ['law/a.md', '2025-03-01'],
    ['law/é b.md', '2025-02-01'],
  ]);
});

test('nothing is known without a history, or without git', async () => {
  expect((await readChangedDays(temporary.path)).size).toBe(0);
  vi.stubEnv('PATH', temporary.path);
  expect((await readChangedDays(temporary.path)).size).toBe(0);
});

// Whoever lists the folder explains why. Git may fail before or after that.
test('nothing is known of a folder that is missing or a file', needs('git'), async () => {
  await writeFile(join(temporary.path, 'file'), '');
  for (const name of ['missing', 'file']) {
    expect((await readChangedDays(join(temporary.path, name))).size).toBe(0);
  }
});

async function commitOne(): Promise<void> {
  git('2025-01-01', 'init', '-q');
  await writeFile(join(temporary.path, 'a.md'), 'x');
  git('2025-01-01', 'add', '-A');
  git('2025-01-01', 'commit', '-qm', 'x');
}

test('nothing is known before the first commit', needs('git'), async () => {
  git('2025-01-01', 'init', '-q');
  expect((await readChangedDays(temporary.path)).size).toBe(0);
});

test('a damaged repository is an error, not one without a history', needs('git'), async () => {
  await commitOne();
  const objects = join(temporary.path, '.git/objects');
  for (const file of await readdir(objects, { recursive: true, withFileTypes: true })) {
    if (file.isFile())
      execFileSync('sh', ['-c', 'chmod u+w "$0" && printf x > "$0"', join(file.parentPath, file.name)]);
  }
  await expect(readChangedDays(temporary.path)).rejects.toThrow(/^git ls-tree .* fails in /);
});

test('a repository that git does not trust is warned of', needs('git'), async () => {
  await commitOne();
  const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
  // What git's own tests set.
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
  expect((await readChangedDays(temporary.path)).size).toBe(0);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('dubious ownership'));
});

test('nothing is known of a history that was cut off', needs('git'), async () => {
  git('2025-01-01', 'init', '-q');
  for (const day of ['2025-01-01', '2025-02-01']) {
    await writeFile(join(temporary.path, 'a.md'), day);
    git(day, 'add', '-A');
    git(day, 'commit', '-qm', day);
  }
  const clone = join(temporary.path, 'clone');
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${temporary.path}`, clone], { stdio: 'pipe' });
  expect((await readChangedDays(clone)).size).toBe(0);
});

test('a folder whose name looks like a day is a folder', needs('git'), async () => {
  git('2025-01-01', 'init', '-q');
  await mkdir(join(temporary.path, '@9999-01-01'));
  for (const name of ['@9999-01-01/a.md', 'b.md']) await writeFile(join(temporary.path, name), 'x');
  git('2025-01-01', 'add', '-A');
  git('2025-01-01', 'commit', '-qm', 'x');
  expect(Object.fromEntries(await readChangedDays(temporary.path))).toEqual({
    '@9999-01-01/a.md': '2025-01-01',
    'b.md': '2025-01-01',
  });
});

test('a commit is seen by who asked before it', needs('git'), async () => {
  vi.stubEnv('CONTENT_DIR', temporary.path);
  expect((await currentChangedDays()).size).toBe(0);
  git('2025-01-01', 'init', '-q');
  for (const day of ['2025-01-01', '2025-02-01']) {
    await writeFile(join(temporary.path, 'a.md'), day);
    git(day, 'add', '-A');
    git(day, 'commit', '-qm', day);
    expect((await currentChangedDays()).get('a.md')).toBe(day);
  }
  expect(await currentChangedDays()).toBe(await currentChangedDays());
});
