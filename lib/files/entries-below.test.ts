import { symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { entriesBelow } from './entries-below';
import { filesBelow } from './files-below';
import { temporaryFolder } from '@/lib/testing/temporary-folder';

const temporary = temporaryFolder();

test('what is behind a link is not below a folder', async () => {
  for (const path of ['in/a/b/file', 'in/other', 'out/secret']) await temporary.put(path, '');
  await symlink(join(temporary.path, 'out'), join(temporary.path, 'in/a/link'));
  await symlink('..', join(temporary.path, 'in/a/circle'));
  const folder = join(temporary.path, 'in');
  const names = entriesBelow(folder).map(({ name }) => name);
  expect(names.sort()).toEqual(['a', 'b', 'circle', 'file', 'link', 'other']);
  expect(filesBelow(folder)).toEqual(['a/b/file', 'other']);
});
