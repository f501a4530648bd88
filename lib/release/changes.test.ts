import { link } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { changesBetween } from './changes';

const temporary = temporaryFolder();

test('the differences between two releases are put, removed and purged', async () => {
  const [before, after] = [join(temporary.path, 'before'), join(temporary.path, 'after')];
  await temporary.put('before/index.html', 'home');
  await temporary.put('before/learn.html', 'same');
  await temporary.put('before/learn/gone.html', 'gone');
  await temporary.put('before/carried.css', 'styles');
  await temporary.put('after/index.html', 'HOME');
  await temporary.put('after/learn.html', 'same');
  await temporary.put('after/learn/new.html', 'new');
  await link(join(before, 'carried.css'), join(after, 'carried.css'));
  expect(await changesBetween(before, after)).toEqual({
    put: ['index.html', 'learn/new.html'],
    remove: ['learn/gone.html'],
    purge: ['/', '/learn/gone'],
  });
});

test('of the first release, everything is put', async () => {
  await temporary.put('after/index.html', 'home');
  expect(await changesBetween(undefined, join(temporary.path, 'after'))).toEqual({
    put: ['index.html'],
    remove: [],
    purge: [],
  });
});

test('compressed files are copied with the others, but are not purged by their own addresses', async () => {
  await temporary.put('before/index.html.br', 'home');
  await temporary.put('before/learn.html.gz', 'gone');
  await temporary.put('after/index.html.br', 'HOME');
  expect(await changesBetween(join(temporary.path, 'before'), join(temporary.path, 'after'))).toEqual({
    put: ['index.html.br'],
    remove: ['learn.html.gz'],
    purge: [],
  });
});
