import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { plainEntry } from '@/lib/catalogue/entry';
import { examine, type Examination } from './examine';
import { ExaminationCache } from './examination-cache';

const temporary = temporaryFolder();
const examination = examine({ file: 'a.md', path: 'law/a.md', bytes: Buffer.from('x') });

const open = () => ExaminationCache.open(temporary.path, 'content');

/** A content file without errors, and its examination. */
const examined = (path: string, keys = '', body = 'An answer.') => {
  const text = `---\nid: 7\ndate: 2025-01-10\ntitle: Why?\nsubject: Law\n${keys}seo:\n  page_description: Because.\n  page_keywords: a, b\n---\n${body}\n`;
  return examine({ file: path, path, bytes: Buffer.from(text) });
};

/** A stored examination as plain data: parts of it are parsed on first use. */
function plain(found: Examination | undefined): Examination | undefined {
  if (!found) return undefined;
  const { entry, unfinished, problems, places, links, anchors, images, signature, answerHash } = found;
  return {
    ...{ entry: entry && plainEntry(entry), unfinished, problems, places, links, anchors, images },
    ...{ signature, answerHash },
  };
}

/** There are 64 segments, so that some have two of these files. */
const paths = Array.from({ length: 70 }, (_, index) => `law/${index}.md`);

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
  expect(plain(cache.get('law/a.md', 'stamp'))).toEqual(examination);
  expect(cache.get('law/a.md', 'other')).toBeUndefined();
});

test.each([
  ['an article', examined('law/b.md')],
  [
    'links, anchors and problems',
    examined('law/b.md', '', 'An [answer](/learn/law/questions/b#c).\n\n### Ünö'),
  ],
  ['an image', examined('law/b.md', '', '![Alt](/images/no.png)')],
  ['a canonical address', examined('law/b.md', 'canonical: /learn/art/questions/a\n')],
  [
    'related articles',
    examined(
      'law/b.md',
      'related_article1:\n  id: 2\n  title: b\n  subject: Art\n  url: /learn/art/questions/b\n',
    ),
  ],
  ['a file in a folder of a folder', examined('law/old/b.md')],
  ['an error', examined('law/b.md', 'unknown: key\n')],
])('%s is the same after two commands', async (_, found) => {
  const path = found.entry?.path ?? 'law/b.md';
  const first = await open();
  first.set(path, 'stamp of b', found);
  first.save([path]);
  const second = await open();
  expect(plain(second.get(path, 'stamp of b'))).toEqual(found);
  // Rewrites every segment with what was read, not parsed.
  for (const other of paths) second.set(other, 'new', examination);
  second.save([path, ...paths]);
  const third = await open();
  expect(plain(third.get(path, 'stamp of b'))).toEqual(found);
});

test('every file of one segment has its own details', async () => {
  const others = paths.map((path, index) => examined(path, `author: Ä${index}\n`, `Answer ${index}.`));
  const first = await open();
  for (const [index, other] of others.entries()) first.set(paths[index] ?? '', 'stamp', other);
  first.save(paths);
  const second = await open();
  // Rewrites the segment of one file from what was read.
  second.set('law/0.md', 'changed', examination);
  second.save(paths);
  const third = await open();
  expect(new Set(others.map(({ answerHash }) => answerHash)).size).toBe(others.length);
  expect(paths.map((path) => plain(third.get(path, path === 'law/0.md' ? 'changed' : 'stamp')))).toEqual([
    examination,
    ...others.slice(1),
  ]);
});

test.each(['{"files":[["law', 'null', '{}', '[1]', '1'])(
  'a damaged file (%s) is as good as none',
  async (content) => {
    await writeFile(segment, String(content.length).padStart(12) + content);
    expect((await open()).get('law/a.md', 'stamp')).toBeUndefined();
  },
);

test.each(['', '1', 'text instead of a length', '999999999999{}'])(
  'a file that begins with %j is as good as none',
  async (content) => {
    await writeFile(segment, content);
    expect((await open()).get('law/a.md', 'stamp')).toBeUndefined();
  },
);

test.each([-1, 1])('a file with another length (%i) is as good as none', async (difference) => {
  const bytes = await readFile(segment);
  await writeFile(segment, difference < 0 ? bytes.subarray(0, difference) : `${bytes.toString()} `);
  expect((await open()).get('law/a.md', 'stamp')).toBeUndefined();
});

test('damaged details are reported on first use', async () => {
  const bytes = await readFile(segment);
  await writeFile(segment, bytes.fill('?', bytes.length - 20));
  const found = (await open()).get('law/a.md', 'stamp');
  expect(() => found?.answerHash).toThrow(`${segment} is damaged: delete it and run the command again.`);
});

test('a stored entry cannot be sent or written without its details by mistake', async () => {
  const first = await open();
  first.set('law/a.md', 'stamp', examined('law/a.md'));
  first.save(['law/a.md']);
  const entry = (await open()).get('law/a.md', 'stamp')?.entry;
  expect(() => structuredClone(entry)).toThrow('could not be cloned');
  expect(() => JSON.stringify(entry)).toThrow('not plain data');
});

test('what another command writes does not change what was read', async () => {
  const found = examined('law/a.md');
  const first = await open();
  first.set('law/a.md', 'stamp', found);
  first.save(['law/a.md']);
  const second = await open();
  first.set('law/a.md', 'later', examined('law/a.md', 'author: Another\n'));
  first.save(['law/a.md']);
  expect(plain(second.get('law/a.md', 'stamp'))).toEqual(found);
});

test('a file that is there and cannot be read is not passed over', async () => {
  await rm(segment);
  await mkdir(segment);
  await expect(open()).rejects.toThrow('EISDIR');
});
