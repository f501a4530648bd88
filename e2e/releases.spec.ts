import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { expect, test } from '@playwright/test';

import { isCompressed } from '@/lib/release/artifacts/compressed';
import { apply, randomEdits } from '@/lib/testing/random-edits';
import { TemporaryLibrary } from './temporary-library';

/**
 * Number of random edits that are released, set by `EDIT_RUNS`; `SEED` selects other edits. Each kind of edit
 * occurs.
 */
const editCount = Number(process.env.EDIT_RUNS ?? 9);
const seed = Number(process.env.SEED ?? 1);

/** Number of edits between two comparisons with a clean build. */
const editsBetween = 4;

let library: TemporaryLibrary;

test.describe.configure({ mode: 'serial' });

// Each test continues with the release of the previous one.
test.beforeAll(async () => {
  library = await TemporaryLibrary.create();
  await library.build('out');
});

test.afterAll(() => library.remove());

test('npm run release publishes the previous release again', async () => {
  const before = await library.contentsOf('out');
  const [file = ''] = await library.files('law');
  await writeFile(file, `${await readFile(file, 'utf8')}\nOne more line.\n`);
  expect(await library.build('out')).toMatch(/Making [1-9]\d* files; [1-9]\d* are kept/);
  expect(await library.contentsOf('out')).not.toEqual(before);
  await library.stepBack('out');
  expect(await library.contentsOf('out')).toEqual(before);
});

test('a truncated or missing file of the published release is made again', async () => {
  await library.build('out');
  const before = await library.contentsOf('out');
  const page = join(library.folder, 'out/learn/law.html');
  await writeFile(page, (await readFile(page, 'utf8')).slice(0, 100));
  await rm(join(library.folder, 'out/icon.svg'));
  await library.build('out');
  expect(await library.contentsOf('out')).toEqual(before);
});

test('compressed files contain their texts, and only changed files are compressed again', async () => {
  const [file = '', other = ''] = (await library.files('law')).map((path) => basename(path, '.md'));
  const inode = async (name: string) =>
    (await stat(join(library.folder, `out/learn/law/questions/${name}.html.br`))).ino;
  await library.build('out', '--compress');
  const before = [await inode(file), await inode(other)];
  const source = join(library.folder, `content/law/${file}.md`);
  await writeFile(source, `${await readFile(source, 'utf8')}\nOne more line.\n`);
  // A truncated compressed file would otherwise be kept in every later release.
  const page = join(library.folder, 'out/learn/law.html.gz');
  await writeFile(page, (await readFile(page)).subarray(0, 100));
  await library.build('out', '--compress');
  expect(await inode(file)).not.toBe(before[0]);
  expect(await inode(other)).toBe(before[1]);
  const compressed = [...(await library.contentsOf('out')).keys()].filter(isCompressed);
  expect(compressed.length).toBeGreaterThan(100);
  for (const path of compressed) {
    const decompress = path.endsWith('.br') ? brotliDecompressSync : gunzipSync;
    const text = await readFile(join(library.folder, 'out', path.slice(0, -'.br'.length)));
    expect(decompress(await readFile(join(library.folder, 'out', path))).equals(text), path).toBe(true);
  }
  // Without the option, a build removes compressed files.
  await library.build('out');
  expect([...(await library.contentsOf('out')).keys()].filter(isCompressed)).toEqual([]);
});

test('a release made from shards equals a release made by one machine', async () => {
  await library.build('part', '--shard', '1/2');
  await library.build('part', '--shard', '2/2');
  // Simulates shards that were copied from other machines.
  await rename(join(library.folder, 'part.shards'), join(library.folder, 'shards'));
  expect(await library.build('together', '--from', join(library.folder, 'shards'))).toContain(
    'Making 0 files;',
  );
  await library.build('clean');
  expect(await library.contentsOf('together')).toEqual(await library.contentsOf('clean'));
});

// This test is the last one, because its edits change the library at random.
test(`releases after ${editCount} random edits are equal to clean builds byte for byte`, async () => {
  test.setTimeout(600_000 + editCount * 60_000);
  for (const edit of randomEdits(seed, editCount)) {
    await apply(library, edit);
    await library.build('out');
    if (edit.number % editsBetween !== 0 && edit.number !== editCount) continue;
    await library.build(`clean-${edit.number}`);
    const differing = await library.differences('out', `clean-${edit.number}`);
    expect(differing, `with seed ${seed}, after edit ${edit.number}`).toEqual([]);
  }
  expect(await library.build('out')).toContain('Making 0 files;');
});
