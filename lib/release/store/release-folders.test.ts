import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import {
  finishedReleases,
  indexFileOf,
  journalFileOf,
  newReleaseFolder,
  oldReleases,
  releaseBefore,
  releaseInUse,
  removeRelease,
  stepBack,
  switchTo,
  unfinishedReleases,
} from './release-folders';
import { beginJournal, writeIndex } from './release-index';

const temporary = temporaryFolder();
let out: string;

beforeEach(() => {
  out = join(temporary.path, 'out');
});

async function publish(content: string): Promise<void> {
  const { finished, begun } = await oldReleases(out);
  const reused = finished.pop();
  for (const old of [...finished, ...begun]) await removeRelease(old);
  const release = await newReleaseFolder(out, reused);
  await writeFile(join(release, 'index.html'), content);
  writeIndex(indexFileOf(release), []);
  await switchTo(release, out);
}

const published = () => readFile(join(out, 'index.html'), 'utf8');
const contents = async () =>
  Promise.all((await finishedReleases(out)).map((folder) => readFile(join(folder, 'index.html'), 'utf8')));

test('the newest release is published, and the three before it stay', async () => {
  for (const content of ['1', '2', '3', '4', '5']) {
    await publish(content);
    expect(await published()).toBe(content);
  }
  expect(await contents()).toEqual(['2', '3', '4', '5']);
  expect((await readdir(`${out}.releases`)).length).toBe(8);
});

test('a release that is not finished is not removed as an old one', async () => {
  const unfinished = await newReleaseFolder(out);
  beginJournal(journalFileOf(unfinished), []);
  for (const content of ['1', '2', '3', '4', '5']) await publish(content);
  expect(await unfinishedReleases(out)).toEqual([unfinished]);
  await removeRelease(unfinished);
  expect(await unfinishedReleases(out)).toEqual([]);
});

test('a folder that was made by other means is set aside, not lost', async () => {
  await mkdir(out);
  await writeFile(join(out, 'index.html'), 'by hand');
  expect(await releaseInUse(out)).toBeUndefined();
  await publish('release');
  expect(await published()).toBe('release');
  expect(await contents()).toEqual(expect.arrayContaining(['by hand', 'release']));
});

test('files of an interrupted switch do not prevent the next one', async () => {
  await publish('1');
  await writeFile(`${out}.next`, 'left behind');
  await publish('2');
  expect(await published()).toBe('2');
});

test('one steps back to the release before, of finished ones only', async () => {
  await publish('1');
  await writeFile(join(await newReleaseFolder(out), 'index.html'), 'not finished');
  await publish('2');
  expect(await releaseBefore(out)).toBe((await finishedReleases(out))[0]);
  await stepBack(out);
  expect(await published()).toBe('1');
  await expect(stepBack(out)).rejects.toThrow('no earlier release');
  await publish('3');
  expect(await published()).toBe('3');
});

test('a clock that was set back does not put a new release before the old ones', async () => {
  const future = join(`${out}.releases`, '99991231235959000000');
  await mkdir(future, { recursive: true });
  const folder = await newReleaseFolder(out);
  expect(folder > future).toBe(true);
  expect((await newReleaseFolder(out)) > folder).toBe(true);
});

test('a folder that is used again counts as no finished release until it has an index', async () => {
  await publish('1');
  const [first = ''] = await finishedReleases(out);
  const folder = await newReleaseFolder(out, first);
  expect(await readdir(folder)).toEqual(['index.html']);
  expect(await finishedReleases(out)).toEqual([]);
});

test('an unfinished release does not displace a finished one', async () => {
  for (const content of ['1', '2', '3']) await publish(content);
  const begun = await newReleaseFolder(out);
  expect(await oldReleases(out)).toEqual({ finished: [], begun: [begun] });
  for (const content of ['4', '5']) await publish(content);
  expect(await contents()).toEqual(['2', '3', '4', '5']);
});
