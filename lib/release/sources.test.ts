import { link, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { carryFiles, findDamaged } from './carry';
import { splitPieces, type Source } from './sources';
import { writeNew } from './write-new';

const temporary = temporaryFolder();

function source(folder: string, keys: Record<string, string>): Source {
  const files = Object.entries(keys).map(([path, key]) => [path, { key, size: 1, targets: [] }] as const);
  return { folder, files: new Map(files), addresses: [] };
}

const piece = (path: string, key: string) => ({
  key,
  path,
  output: { path, key, make: () => '' },
});

test('a piece is carried over from the first source that has it', () => {
  const sources = [source('a', { x: '1', y: 'old' }), source('b', { y: '2', z: '3' })];
  const { carried, made } = splitPieces(
    [piece('x', '1'), piece('y', '2'), piece('z', 'new'), piece('w', '4')],
    sources,
  );
  expect(carried.map(({ piece: { path }, source: { folder } }) => [path, folder])).toEqual([
    ['x', 'a'],
    ['y', 'b'],
  ]);
  expect(made.map(({ path }) => path)).toEqual(['z', 'w']);
});

test('files are carried over without a copy; what is missing or cut short is named', async () => {
  await temporary.put('old/a/b.html', 'whole');
  await temporary.put('old/short.html', 'cut');
  const request = {
    from: join(temporary.path, 'old'),
    to: join(temporary.path, 'new'),
    files: [
      { path: 'a/b.html', size: 5 },
      { path: 'short.html', size: 7 },
      { path: 'gone.html', size: 1 },
    ],
  };
  expect(carryFiles(request)).toEqual(['short.html', 'gone.html']);
  expect((await stat(join(request.to, 'a/b.html'))).ino).toBe(
    (await stat(join(request.from, 'a/b.html'))).ino,
  );
  expect(findDamaged(request.to, request.files)).toEqual(['short.html', 'gone.html']);
});

test('a file that is written over one that was carried leaves the other release as it was', async () => {
  await temporary.put('old.html', 'old');
  const path = join(temporary.path, 'new.html');
  await link(join(temporary.path, 'old.html'), path);
  writeNew(path, Buffer.from('new'));
  expect(await readFile(join(temporary.path, 'old.html'), 'utf8')).toBe('old');
  expect(await readFile(path, 'utf8')).toBe('new');
});
