import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { examine } from './examine';
import { ExaminationCache } from './examination-cache';

const temporary = temporaryFolder();
const examination = examine({ file: 'a.md', path: 'law/a.md', bytes: Buffer.from('x') });
const open = () => ExaminationCache.open(temporary.path, 'content');

/** The one file that what was found is kept in. */
let segment = '';

beforeEach(async () => {
  const parts = [
    'lib/source',
    'lib/answer',
    'lib/edit',
    'lib/catalogue',
    'lib/limits.ts',
    'package-lock.json',
  ];
  for (const part of parts) await cp(part, join(temporary.path, part), { recursive: true });
  const cache = await open();
  cache.set('law/a.md', 'stamp', examination);
  cache.save(['law/a.md']);
  const folder = join(temporary.path, '.cache/check');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  segment = files.flatMap((file) => (file.isFile() ? [join(file.parentPath, file.name)] : []))[0] ?? '';
});

test('what was found is there the next time, for the same stamp', async () => {
  const cache = await open();
  expect(cache.get('law/a.md', 'stamp')).toEqual(examination);
  expect(cache.get('law/a.md', 'other')).toBeUndefined();
});

test('every file of one segment has its own signature and hash', async () => {
  // There are 64 segments, so that some have two of these files.
  const others = Array.from({ length: 70 }, (_, index) => {
    const text = `---\nid: ${index + 1}\ndate: 2025-01-10\ntitle: ${index}?\nsubject: Law\n---\nAnswer ${index}.\n`;
    return examine({ file: `${index}.md`, path: `law/${index}.md`, bytes: Buffer.from(text) });
  });
  const paths = others.map((_, index) => `law/${index}.md`);
  const first = await open();
  for (const [index, other] of others.entries()) first.set(paths[index] ?? '', 'stamp', other);
  first.save(paths);
  const second = await open();
  // Rewrites the segment of one file from what was read.
  second.set('law/0.md', 'changed', examination);
  second.save(paths);
  const third = await open();
  expect(new Set(others.map(({ answerHash }) => answerHash)).size).toBe(others.length);
  expect(paths.map((path) => third.get(path, path === 'law/0.md' ? 'changed' : 'stamp'))).toEqual([
    examination,
    ...others.slice(1),
  ]);
});

test.each(['', '{"files":[["law', 'null', '{}', '[1]', '1'])(
  'a damaged file (%s) is as good as none',
  async (content) => {
    await writeFile(segment, content);
    expect((await open()).get('law/a.md', 'stamp')).toBeUndefined();
  },
);

test('a file that is there and cannot be read is not passed over', async () => {
  await rm(segment);
  await mkdir(segment);
  await expect(open()).rejects.toThrow('EISDIR');
});
