import { symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import type { FileRecord } from './artifacts/artifact';
import { verifyRelease } from './verify';

const temporary = temporaryFolder();

const recorded = (path: string): FileRecord => ({ path, key: 'key', size: 4 });

const recordsOf = (paths: readonly string[]) => new Map(paths.map((path) => [path, recorded(path)]));

/** @param planned paths of files that were to be made @param made paths of files that were made */
function verify(planned: string[], made: string[], targets: Record<string, string> = {}): void {
  verifyRelease(temporary.path, {
    planned,
    made: recordsOf(made),
    targets: new Map(Object.entries(targets)),
  });
}

test('a whole release passes', async () => {
  for (const path of ['index.html', 'learn.html', 'icon.svg']) await temporary.put(path, 'text');
  const paths = ['index.html', 'learn.html', 'icon.svg'];
  expect(() => {
    verify(paths, paths, { '/': 'learn.html', '/learn': 'index.html', '/icon.svg': 'index.html' });
  }).not.toThrow();
});

test('made pages may link to kept files', async () => {
  for (const path of ['index.html', 'learn.html', 'learn/law.html', 'icon.svg'])
    await temporary.put(path, 'text');
  expect(() => {
    verify(['learn.html'], ['learn.html'], {
      '/': 'learn.html',
      '/learn/law': 'learn.html',
      '/icon.svg': 'learn.html',
    });
  }).not.toThrow();
});

test('a link to a folder is broken, and so is one to a home page that does not exist', async () => {
  await temporary.put('learn.html', 'text');
  await temporary.put('learn/law/questions/a.html', 'text');
  expect(() => {
    verify(['learn.html'], ['learn.html'], {
      '/learn/law': 'learn.html',
      '/learn/law/questions': 'learn.html',
      '/': 'learn.html',
      '/learn': 'learn.html',
      '/learn/law/questions/a': 'learn.html',
    });
  }).toThrow(
    /^The release is not complete, so it was not published:\n {2}learn\.html links to \/learn\/law, which does not exist\n {2}learn\.html links to \/learn\/law\/questions, which does not exist\n {2}learn\.html links to \/, which does not exist$/,
  );
});

test('every missing file, file of another size and broken link is listed', async () => {
  await temporary.put('index.html', 'text');
  await temporary.put('icon.svg', 'tex');
  const made = ['index.html', 'icon.svg', 'learn.html'];
  expect(() => {
    verify([...made, '404.html'], made, { '/gone': 'index.html' });
  }).toThrow(
    [
      'The release is not complete, so it was not published:',
      '  404.html was not made',
      '  icon.svg is missing on disk, or has another size',
      '  learn.html is missing on disk, or has another size',
      '  index.html links to /gone, which does not exist',
    ].join('\n'),
  );
});

test('of many faults, the first are listed and the others counted', () => {
  const paths = Array.from({ length: 60 }, (_, index) => `${index}.html`);
  expect(() => {
    verify(paths, []);
  }).toThrow(/49\.html was not made\n {2}and 10 more$/);
});

test('a folder that cannot be read is a system error', async () => {
  const folder = join(temporary.path, 'a');
  await symlink(folder, folder);
  expect(() => {
    verifyRelease(folder, { planned: [], made: recordsOf(['b']), targets: new Map() });
  }).toThrow('ELOOP');
});
