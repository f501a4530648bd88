import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { keepFiles, removeDamaged, removeFiles } from './keep-files';

const temporary = temporaryFolder();

const recorded = (paths: string[], sizes: number[]) =>
  paths.map((path, index) => ({ path, key: 'key', size: sizes[index] ?? 0 }));

function keep(paths: string[], sizes: number[]): string[] {
  return keepFiles({
    from: join(temporary.path, 'old'),
    to: join(temporary.path, 'new'),
    files: recorded(paths, sizes),
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

test('another file in the new folder is replaced, not overwritten', async () => {
  await temporary.put('old/a.html', 'new text');
  await temporary.put('new/a.html', 'old text');
  expect(keep(['a.html'], [8])).toEqual([]);
  expect(inodeOf('new/a.html')).toBe(inodeOf('old/a.html'));
});

test('a file of which the new folder has another version, and the old one none, is lost', async () => {
  await temporary.put('new/a.html', 'text');
  expect(keep(['a.html'], [4])).toEqual(['a.html']);
});

test('damaged files are removed and named, others stay', async () => {
  await temporary.put('a.html', 'text');
  await temporary.put('b/cut.html', 'te');
  await temporary.put('long.html', 'text and more');
  const files = recorded(['a.html', 'b/cut.html', 'long.html', 'gone.html'], [4, 4, 4, 4]);
  expect(removeDamaged(temporary.path, files)).toEqual(['b/cut.html', 'long.html', 'gone.html']);
  expect(await readdir(temporary.path)).toEqual(['a.html']);
});

test('folders go with their last file', async () => {
  for (const path of ['a/b/c/d.html', 'a/b/e.html', 'f/g.html']) await temporary.put(path, '');
  removeFiles(temporary.path, ['a/b/c/d.html', 'f/g.html', 'gone/h.html']);
  expect((await readdir(temporary.path, { recursive: true })).sort()).toEqual(['a', 'a/b', 'a/b/e.html']);
});
