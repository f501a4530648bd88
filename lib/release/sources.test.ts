import { link, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { carryFiles, findDamaged, removeOthers } from './carry';
import { FileThreads } from './file-threads';
import { manifestWith } from './fixtures';
import { Journal } from './manifest';
import { sortOut } from './sort-out';
import { findPiece, type Source } from './sources';
import { writeNew } from './write-new';

const temporary = temporaryFolder();

function source(folder: string, keys: Record<string, string>): Source {
  const files = Object.entries(keys).map(([path, key]) => ({ path, key }));
  return { folder, manifest: manifestWith(files), isWhole: false };
}

const piece = (path: string, key: string) => ({
  key,
  path,
  output: { path, key, make: () => '' },
});

test('a piece is carried over from the first source that has it', () => {
  const sources = [source('a', { x: '1', y: 'old' }), source('b', { y: '2', z: '3' })];
  const folderOf = (path: string, key: string) => findPiece(piece(path, key), sources)?.source.folder;
  expect(folderOf('x', '1')).toBe('a');
  expect(folderOf('y', '2')).toBe('b');
  expect(folderOf('z', 'new')).toBeUndefined();
  expect(folderOf('w', '4')).toBeUndefined();
});

test('pieces are carried over while others are looked at; those that are gone are named', async () => {
  await temporary.put('old/x', '1');
  const [folder, threads] = [join(temporary.path, 'new-release'), new FileThreads()];
  const journal = new Journal(folder);
  const sources = [source(join(temporary.path, 'old'), { x: '1', gone: '2' })];
  const pieces = [piece('x', '1'), piece('gone', '2'), piece('added', '3')];
  const sorted = await sortOut({ folder, journal, threads, sources }, pieces);
  expect(sorted).toMatchObject({ all: pieces, missing: [pieces[2]], carried: 2 });
  expect(await sorted.lost).toEqual([pieces[1]]);
  expect([...journal.parts.values()].flatMap(({ files }) => [...files.keys()])).toEqual(['x']);
  expect(await readFile(join(folder, 'x'), 'utf8')).toBe('1');
  await threads.close();
});

test('files are carried over without a copy; what is missing or cut short is named', async () => {
  await temporary.put('old/a/b.html', 'whole');
  await temporary.put('old/short.html', 'cut');
  const request = {
    from: join(temporary.path, 'old'),
    to: join(temporary.path, 'new'),
    paths: ['a/b.html', 'short.html', 'gone.html'],
    sizes: [5, 7, 1],
  };
  expect(carryFiles(request)).toEqual(['short.html', 'gone.html']);
  expect((await stat(join(request.to, 'a/b.html'))).ino).toBe(
    (await stat(join(request.from, 'a/b.html'))).ino,
  );
  const files = request.paths.map((path, index) => ({ path, size: request.sizes[index] ?? 0 }));
  expect(findDamaged(request.to, files)).toEqual(['short.html', 'gone.html']);
});

test('in a folder that was used before, what is already there stays, and what is not needed goes', async () => {
  await temporary.put('old/same.html', 'same');
  await temporary.put('old/changed.html', 'newer');
  await temporary.put('used/changed.html', 'older');
  await temporary.put('used/gone/gone.html', 'gone');
  await temporary.put('used/spared/index.bin', 'index');
  const [from, to] = [join(temporary.path, 'old'), join(temporary.path, 'used')];
  await link(join(from, 'same.html'), join(to, 'same.html'));
  const paths = ['same.html', 'changed.html'];
  const sizes = [4, 5];
  expect(carryFiles({ from, to, paths, sizes })).toEqual([]);
  expect(removeOthers(to, [...paths, 'lost.html', 'spared/lost.bin'], ['spared'])).toEqual(['lost.html']);
  expect(await readFile(join(to, 'changed.html'), 'utf8')).toBe('newer');
  expect(await readFile(join(to, 'same.html'), 'utf8')).toBe('same');
  expect(await readFile(join(to, 'spared/index.bin'), 'utf8')).toBe('index');
  expect((await readdir(to)).sort()).toEqual(['changed.html', 'gone', 'same.html', 'spared']);
});

test('a file that is written over one that was carried leaves the other release as it was', async () => {
  await temporary.put('old.html', 'old');
  const path = join(temporary.path, 'new.html');
  await link(join(temporary.path, 'old.html'), path);
  writeNew(path, Buffer.from('new'));
  expect(await readFile(join(temporary.path, 'old.html'), 'utf8')).toBe('old');
  expect(await readFile(path, 'utf8')).toBe('new');
});
