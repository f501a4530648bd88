import { link, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { filesBelow } from '@/lib/files-below';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { adoptParts, carryAhead, nothingAhead } from './ahead';
import { carryFiles, carryPart, findDamaged, removeOthers } from './carry';
import { FileThreads } from './file-threads';
import { manifestWith } from './fixtures';
import { Journal, manifestOf, openManifest, partFiles } from './manifest';
import { updateSearchIndex } from './search-index';
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

/** A release of two pages of one subject, and of one that belongs to none. */
async function writeRelease(folder: string): Promise<Source> {
  const files = { 'index.html': 'home', 'learn/law.html': 'law', 'learn/law/questions/a.html': 'a' };
  const journal = new Journal(join(temporary.path, folder));
  for (const [path, text] of Object.entries(files)) {
    await temporary.put(`${folder}/${path}`, text);
    const targets = ['/', '/learn/law', '/learn/art'];
    journal.add({ path, key: text, size: text.length, targets });
  }
  journal.complete();
  const release = join(temporary.path, folder);
  return { folder: release, manifest: openManifest(manifestOf(release)), isWhole: true };
}

test('the files of a subject are carried over as one, and what else lies among them goes', async () => {
  const { folder: from, manifest } = await writeRelease('old');
  await temporary.put('new/learn/law/questions/gone.html', 'gone');
  await temporary.put('new/learn/law/topics/gone.html', 'gone');
  await temporary.put('new/learn/art.html', 'of another');
  const to = join(temporary.path, 'new');
  expect(carryPart({ name: 'law', file: manifest.fileOf('law'), from, to, isThere: false })).toEqual({
    targets: ['/', '/learn/art'],
    outside: ['learn/law.html'],
  });
  expect((await filesBelow(to)).sort()).toEqual([
    'learn/art.html',
    'learn/law.html',
    'learn/law/questions/a.html',
  ]);
});

test('a subject is not carried over as one where a file is not whole, or what is known of them', async () => {
  const { folder: from, manifest } = await writeRelease('old');
  const file = manifest.fileOf('law');
  const request = { name: 'law', file, from, to: join(temporary.path, 'new'), isThere: false };
  await temporary.put('old/learn/law/questions/a.html', '');
  expect(carryPart(request)).toBeUndefined();
  await temporary.put('old/learn/law/questions/a.html', 'a');
  expect(carryPart(request)).toBeDefined();
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.slice(0, -2));
  expect(carryPart(request)).toBeUndefined();
});

test('of files that are there already, those that are not whole are carried over again', async () => {
  const { folder: from, manifest } = await writeRelease('old');
  const to = join(temporary.path, 'new');
  const request = { name: 'law', file: manifest.fileOf('law'), from, to, isThere: true };
  await temporary.put('new/learn/law/questions/a.html', '');
  expect(carryPart(request)).toBeDefined();
  expect(await readFile(join(to, 'learn/law/questions/a.html'), 'utf8')).toBe('a');
  expect(await readFile(join(to, 'learn/law.html'), 'utf8')).toBe('law');
});

test('what is carried over ahead becomes part of the release where nothing changed', async () => {
  const source = await writeRelease('old');
  const threads = new FileThreads();
  const folder = join(temporary.path, 'new');
  expect(await carryAhead(source, folder, new Map(), threads)).toEqual(nothingAhead);
  await updateSearchIndex({ release: source.folder, subjects: [], changes: [] });
  const ahead = await carryAhead(source, folder, new Map(), threads);
  const journal = new Journal(folder);
  expect([...(await adoptParts(journal, ahead, ['law', 'art'])).keys()]).toEqual(['law']);
  journal.complete();
  expect(partFiles(openManifest(manifestOf(folder))).get('law')).toBe(partFiles(source.manifest).get('law'));
  await threads.close();
});

test('a file that is written over one that was carried leaves the other release as it was', async () => {
  await temporary.put('old.html', 'old');
  const path = join(temporary.path, 'new.html');
  await link(join(temporary.path, 'old.html'), path);
  writeNew(path, Buffer.from('new'));
  expect(await readFile(join(temporary.path, 'old.html'), 'utf8')).toBe('old');
  expect(await readFile(path, 'utf8')).toBe('new');
});
