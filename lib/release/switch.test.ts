import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { latestReleases, newReleaseFolder, switchTo } from './switch';

const temporary = temporaryFolder();
let out: string;

beforeEach(() => {
  out = join(temporary.path, 'out');
});

async function publish(content: string): Promise<void> {
  const release = await newReleaseFolder(out);
  await writeFile(join(release, 'index.html'), content);
  await switchTo(release, out);
}

const published = () => readFile(join(out, 'index.html'), 'utf8');

test('the newest release is published and the last three are kept', async () => {
  for (const content of ['1', '2', '3', '4', '5']) {
    await publish(content);
    expect(await published()).toBe(content);
  }
  const kept = (await readdir(`${out}.releases`)).sort();
  const contents = kept.map((name) => readFile(join(`${out}.releases`, name, 'index.html'), 'utf8'));
  expect(await Promise.all(contents)).toEqual(['3', '4', '5']);
});

test('the latest releases are told, the one in use first', async () => {
  expect(await latestReleases(out)).toEqual([]);
  for (const content of ['1', '2', '3']) await publish(content);
  const unfinished = await newReleaseFolder(out);
  const releases = await latestReleases(out);
  const contents = releases.map((folder) => readFile(join(folder, 'index.html'), 'utf8'));
  expect(await Promise.all(contents)).toEqual(['3', '2', '1']);
  expect(releases).not.toContain(unfinished);
});

test('a folder made by other means is set aside, not lost', async () => {
  await mkdir(out);
  await writeFile(join(out, 'index.html'), 'by hand');
  await publish('release');
  expect(await published()).toBe('release');
  expect(await readdir(`${out}.releases`)).toHaveLength(2);
});

test('what an interrupted switch left behind does not stand in the way', async () => {
  await publish('1');
  await writeFile(`${out}.next`, 'left behind');
  await publish('2');
  expect(await published()).toBe('2');
});
