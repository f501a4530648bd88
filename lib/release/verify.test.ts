import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { artifact, type Artifact, type FileRecord } from './artifacts/artifact';
import { verifyRelease } from './verify';

const temporary = temporaryFolder();

const planned = (path: string): Artifact => artifact('file', path, 'key', () => ({ text: '' }));
const recorded = (path: string): FileRecord => ({ path, key: 'key', size: 4 });

function verify(paths: string[], made: string[], targets: Record<string, string> = {}): void {
  const files = made.map(recorded);
  verifyRelease(
    temporary.path,
    { make: paths.map(planned), keep: [] },
    { files, made: files, targets: new Map(Object.entries(targets)) },
  );
}

test('a whole release passes', async () => {
  for (const path of ['index.html', 'learn.html', 'icon.svg']) await temporary.put(path, 'text');
  const paths = ['index.html', 'learn.html', 'icon.svg'];
  expect(() => {
    verify(paths, paths, { '/': 'learn.html', '/learn': 'index.html', '/icon.svg': 'index.html' });
  }).not.toThrow();
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

test('an unreadable folder is a system error', async () => {
  await temporary.put('a', '');
  expect(() => {
    verifyRelease(
      join(temporary.path, 'a'),
      { make: [], keep: [] },
      { files: [recorded('b')], made: [recorded('b')], targets: new Map() },
    );
  }).toThrow('ENOTDIR');
});
