import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';

import { needs } from '@/lib/testing/needs';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { readChangedDays } from './changed-days';

const temporary = temporaryFolder();
let repository: string;
let count = 0;

beforeEach(() => {
  count = 0;
});

function git(...args: string[]): string {
  return execFileSync('git', ['-C', repository, '-c', 'user.name=x', '-c', 'user.email=x@y.z', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, GIT_AUTHOR_DATE: '2020-01-01T12:00:00Z', GIT_COMMITTER_DATE: nextDate },
  });
}

let nextDate = '';

/** What happens to a repository. Files are named by numbers; days go back as well as on. */
type Step =
  | { do: 'write' | 'remove' | 'amend'; files: readonly number[]; day: number }
  | { do: 'rename'; from: number; to: number; day: number }
  | { do: 'merge' | 'rebase'; files: readonly number[]; ours: number; day: number }
  | { do: 'undo' };

const paths = [
  'content/a/1.md',
  'content/a/2.md',
  'content/b/c/3.md',
  'content/:b/4 é.md',
  'content/5.md',
  'docs/6.md',
];
const file = fc.nat(paths.length - 1);
const files = fc.uniqueArray(file, { minLength: 1, maxLength: 3 });

/** @param keepsFiles whether no file is ever gone @param day of the month */
function stepOf(keepsFiles: boolean, day: fc.Arbitrary<number>): fc.Arbitrary<Step> {
  const write = fc.record({ do: fc.constant('write' as const), files, day });
  return fc.oneof(
    { weight: 4, arbitrary: write },
    fc.record({ do: fc.constantFrom('merge' as const, 'rebase' as const), files, ours: file, day }),
    fc.record({ do: fc.constant('amend' as const), files, day }),
    keepsFiles ? write : fc.record({ do: fc.constant('remove' as const), files, day }),
    keepsFiles ? write : fc.record({ do: fc.constant('rename' as const), from: file, to: file, day }),
    fc.record({ do: fc.constant('undo' as const) }),
  );
}

/** Steps of a month in which no clock is set back. */
const ordinary = fc
  .array(stepOf(false, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 6 })
  .map((steps) => {
    let today = 1;
    return steps.map((step) => ('day' in step ? { ...step, day: (today += step.day) } : step));
  });
/**
 * A file that comes back on an earlier day than that on which it went away is known by the day on which it
 * came back.
 */
const withWrongClocks = fc.array(stepOf(true, fc.integer({ min: 1, max: 28 })), {
  minLength: 1,
  maxLength: 6,
});

async function put(number: number): Promise<void> {
  const path = join(repository, paths[number] ?? '');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, String((count += 1)));
}

function commit(...args: string[]): void {
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'x', ...args);
}

async function take(done: Step): Promise<void> {
  if ('day' in done) nextDate = `2025-01-${String(done.day).padStart(2, '0')}T12:00:00Z`;
  switch (done.do) {
    case 'write':
      for (const number of done.files) await put(number);
      commit();
      return;
    case 'amend':
      for (const number of done.files) await put(number);
      commit('--amend');
      return;
    case 'remove':
      for (const number of done.files) await rm(join(repository, paths[number] ?? ''), { force: true });
      commit();
      return;
    case 'rename': {
      await put(done.from);
      const [from = '', to = ''] = [paths[done.from], paths[done.to]];
      await mkdir(dirname(join(repository, to)), { recursive: true });
      git('add', '-A');
      if (from !== to) git('mv', '-f', '--', from, to);
      commit();
      return;
    }
    case 'merge':
    case 'rebase':
      git('branch', '-f', 'side');
      await put(done.ours);
      commit();
      git('branch', '-f', 'ours');
      git('checkout', '-q', 'side');
      for (const number of done.files) await put(number);
      commit();
      if (done.do === 'merge') {
        git('checkout', '-q', '-B', 'main', 'ours');
        git('merge', '-q', '--no-edit', '-X', 'ours', 'side');
      } else {
        git('rebase', '-q', '-X', 'ours', 'ours');
        git('checkout', '-q', '-B', 'main', 'side');
      }
      return;
    case 'undo':
      if (git('rev-list', '--count', 'HEAD').trim() !== '1') git('reset', '-q', '--hard', 'HEAD^');
  }
}

/**
 * The latest day of each existing file, computed one commit at a time; undefined for a file that only a merge
 * commit added.
 */
function latestDays(): Record<string, string | undefined> {
  const days: Record<string, string> = {};
  const log = git('log', '--no-merges', '--format=%H %cs').trim().split('\n');
  for (const [commitName = '', committed = ''] of log.map((line) => line.split(' '))) {
    const changed = git('diff-tree', '-z', '-r', '--root', '--no-commit-id', '--name-only', commitName);
    for (const path of changed.split('\0')) if (committed > (days[path] ?? '')) days[path] = committed;
  }
  const present = git('ls-tree', '-z', '-r', '--name-only', 'HEAD').split('\0');
  const own = present.filter((path) => path.startsWith('content/'));
  return Object.fromEntries(own.map((path) => [path.slice('content/'.length), days[path]]));
}

test(
  'days read bit by bit are those of the whole history, whatever becomes of it',
  needs('git'),
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(ordinary, withWrongClocks), async (steps) => {
        repository = join(temporary.path, String((count += 1)));
        const content = join(repository, 'content');
        await mkdir(content, { recursive: true });
        nextDate = '2025-01-01T12:00:00Z';
        git('init', '-q', '-b', 'main');
        await put(0);
        commit();
        for (const next of steps) {
          await take(next);
          // The folder is gone with its last file.
          await mkdir(content, { recursive: true });
          const expected = latestDays();
          for (const known of [undefined, join(repository, '.git/known')]) {
            const days = await readChangedDays(content, known);
            const shown = Object.keys(expected).map((path) => [path, days.get(path)]);
            expect(Object.fromEntries(shown)).toEqual(expected);
          }
        }
      }),
      { numRuns: 20 },
    );
  },
);

test(
  'later commits are read alone, and a damaged file of known days is as good as none',
  needs('git'),
  async () => {
    repository = join(temporary.path, 'repository');
    const content = join(repository, 'content');
    await mkdir(content, { recursive: true });
    nextDate = '2025-01-01T12:00:00Z';
    git('init', '-q', '-b', 'main');
    for (const number of [0, 1]) {
      await put(number);
      commit();
    }
    const known = join(repository, '.git/known');
    const day = '2024-12-31';
    await writeFile(known, `\0${day}\na/1.md\n\0\0${git('rev-parse', 'HEAD^').trim()}\n`);
    for (let reading = 0; reading < 2; reading += 1) {
      expect(Object.fromEntries(await readChangedDays(content, known))).toEqual({
        'a/1.md': day,
        'a/2.md': '2025-01-01',
      });
    }
    for (const end of ['', '\n', '\n\0\0', `\n\0\0${git('rev-parse', 'HEAD').trim()}`]) {
      await writeFile(known, `\0${day}\na/1.md${end}`);
      expect((await readChangedDays(content, known)).get('a/1.md')).toBe('2025-01-01');
    }
  },
);
