import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { Journal } from './manifest';
import {
  newReleaseFolder,
  oldReleases,
  removeRelease,
  stepBack,
  switchTo,
  unfinishedReleases,
  wholeReleases,
} from './releases';

const temporary = temporaryFolder();
let out: string;

beforeEach(() => {
  out = join(temporary.path, 'out');
});

async function publish(content: string): Promise<void> {
  const [spare, ...others] = await oldReleases(out);
  for (const old of others) removeRelease(old);
  const release = await newReleaseFolder(out, spare);
  await writeFile(join(release, 'index.html'), content);
  new Journal(release).complete();
  await switchTo(release, out);
}

const published = () => readFile(join(out, 'index.html'), 'utf8');

test('the newest release is published, and the three before it are kept', async () => {
  for (const content of ['1', '2', '3', '4', '5']) {
    await publish(content);
    expect(await published()).toBe(content);
  }
  const kept = (await readdir(`${out}.releases`)).filter((name) => !name.endsWith('.manifest')).sort();
  const contents = kept.map((name) => readFile(join(`${out}.releases`, name, 'index.html'), 'utf8'));
  expect(await Promise.all(contents)).toEqual(['2', '3', '4', '5']);
});

test('a release that is not finished is not too old to be carried over', async () => {
  const unfinished = await newReleaseFolder(out);
  new Journal(unfinished).flush();
  for (const content of ['1', '2', '3', '4', '5']) await publish(content);
  expect(await unfinishedReleases(out)).toEqual([unfinished]);
  expect(await readdir(unfinished)).toEqual([]);
});

test('a folder made by other means is set aside, not lost', async () => {
  await mkdir(out);
  await writeFile(join(out, 'index.html'), 'by hand');
  await publish('release');
  expect(await published()).toBe('release');
  expect(await wholeReleases(out)).toHaveLength(2);
});

test('what an interrupted switch left behind does not stand in the way', async () => {
  await publish('1');
  await writeFile(`${out}.next`, 'left behind');
  await publish('2');
  expect(await published()).toBe('2');
});

test('one steps back to the release before, whole releases only', async () => {
  await publish('1');
  await writeFile(join(await newReleaseFolder(out), 'index.html'), 'unfinished');
  await publish('2');
  await stepBack(out);
  expect(await published()).toBe('1');
  await expect(stepBack(out)).rejects.toThrow('no release before');
  await publish('3');
  expect(await published()).toBe('3');
});

test('a clock that was set back does not put a new release before the old ones', async () => {
  await mkdir(join(`${out}.releases`, '99991231235959000000'), { recursive: true });
  const folder = await newReleaseFolder(out);
  expect(folder > join(`${out}.releases`, '99991231235959000000')).toBe(true);
  expect((await newReleaseFolder(out)) > folder).toBe(true);
});

test('the folder of a release that is not needed is used again, and is none until it has a manifest', async () => {
  await publish('1');
  const [first = ''] = await wholeReleases(out);
  const folder = await newReleaseFolder(out, first);
  expect(await readdir(folder)).toEqual(['index.html']);
  expect(await wholeReleases(out)).toEqual([]);
});

test('a release that was hardly begun takes none of those away that one can go back to', async () => {
  for (const content of ['1', '2', '3']) await publish(content);
  const begun = await newReleaseFolder(out);
  expect(await oldReleases(out)).toEqual([begun]);
  for (const content of ['4', '5']) await publish(content);
  const whole = await wholeReleases(out);
  const contents = whole.map((folder) => readFile(join(folder, 'index.html'), 'utf8'));
  expect(await Promise.all(contents)).toEqual(['1', '2', '3', '4', '5'].slice(-4));
});
