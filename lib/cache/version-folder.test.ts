import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { versionFolder } from './version-folder';

const temporary = temporaryFolder();
const [one, other] = ['a1'.repeat(32), 'b2'.repeat(32)];

test('a version has a folder, and the one before is removed', async () => {
  const folder = await versionFolder(temporary.path, one);
  await writeFile(join(folder, 'x'), 'x');
  expect(await versionFolder(temporary.path, one)).toBe(folder);
  expect(await readdir(folder)).toEqual(['x']);
  expect(await readdir(await versionFolder(temporary.path, other))).toEqual([]);
  expect(await readdir(temporary.path)).toHaveLength(1);
});

test('of several things, each keeps its newest version until nobody asks for it in a month', async () => {
  const first = await versionFolder(temporary.path, one, 'first');
  const second = await versionFolder(temporary.path, one, 'second');
  await versionFolder(temporary.path, other, 'second');
  expect((await readdir(temporary.path)).sort()).toEqual([
    'first-a1a1a1a1a1a1a1a1',
    'second-b2b2b2b2b2b2b2b2',
  ]);
  const longAgo = new Date(2020, 0);
  await utimes(first, longAgo, longAgo);
  await versionFolder(temporary.path, one, 'second');
  expect(await readdir(temporary.path)).toEqual(['second-a1a1a1a1a1a1a1a1']);
  expect(second).toBe(join(temporary.path, 'second-a1a1a1a1a1a1a1a1'));
});
