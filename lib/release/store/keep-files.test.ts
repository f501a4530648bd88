import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { keepFiles, removeFiles } from './keep-files';

const temporary = temporaryFolder();

function keep(
  paths: string[],
  sizes: number[],
  present: Parameters<typeof keepFiles>[0]['present'] = 'none',
): string[] {
  return keepFiles({
    from: join(temporary.path, 'old'),
    to: join(temporary.path, 'new'),
    files: paths.map((path, index) => ({ path, key: 'key', size: sizes[index] ?? 0 })),
    present,
  });
}

const inodeOf = (path: string) => statSync(join(temporary.path, path)).ino;

test('a kept file is one file with two names', async () => {
  await temporary.put('old/learn/law.html', 'law');
  expect(keep(['learn/law.html'], [3])).toEqual([]);
  expect(inodeOf('new/learn/law.html')).toBe(inodeOf('old/learn/law.html'));
});

test('a file that is gone, or has another size, is lost', async () => {
  await temporary.put('old/short.html', 'la');
  expect(keep(['gone.html', 'short.html'], [3, 3])).toEqual(['gone.html', 'short.html']);
  expect(existsSync(join(temporary.path, 'new/short.html'))).toBe(false);
});

test('a file with another key in the new folder is replaced, not overwritten', async () => {
  await temporary.put('old/a.html', 'new text');
  await temporary.put('new/a.html', 'old text');
  expect(keep(['a.html'], [8], [false])).toEqual([]);
  expect(inodeOf('new/a.html')).toBe(inodeOf('old/a.html'));
});

test.each([[[true, true]], ['all' as const]])(
  'a file with the same key in the new folder stays, unless it is truncated: %j',
  async (present) => {
    for (const path of ['old/a.html', 'old/b.html', 'new/a.html']) await temporary.put(path, 'text');
    await temporary.put('new/b.html', 'te');
    expect(keep(['a.html', 'b.html'], [4, 4], present)).toEqual([]);
    expect(inodeOf('new/a.html')).not.toBe(inodeOf('old/a.html'));
    expect(await readFile(join(temporary.path, 'new/b.html'), 'utf8')).toBe('text');
  },
);

test('a file of which the new folder has another version, and the old one none, is lost', async () => {
  await temporary.put('new/a.html', 'text');
  expect(keep(['a.html'], [4])).toEqual(['a.html']);
  expect(keep(['a.html'], [4], [false])).toEqual(['a.html']);
  expect(keep(['a.html'], [5], 'all')).toEqual(['a.html']);
  expect(keep(['a.html'], [4], 'all')).toEqual([]);
});

test('folders go with their last file', async () => {
  for (const path of ['a/b/c/d.html', 'a/b/e.html', 'f/g.html']) await temporary.put(path, '');
  removeFiles(temporary.path, ['a/b/c/d.html', 'f/g.html', 'gone/h.html']);
  expect((await readdir(temporary.path, { recursive: true })).sort()).toEqual(['a', 'a/b', 'a/b/e.html']);
});
