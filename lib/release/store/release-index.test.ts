import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import {
  appendToJournal,
  beginJournal,
  divideLines,
  emptyIndex,
  filesOf,
  IndexSection,
  linesOf,
  parseLines,
  readIndex,
  writeIndex,
  type SectionHead,
} from './release-index';

const temporary = temporaryFolder();

const hex = fc.stringMatching(/^[0-9a-f]{0,32}$/);
const path = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));
const oddPath = fc.constantFrom('section', 'section\tsite', './end', 'end', 'release-index 6', 'a\nb', 'ü\r');
const records = fc.uniqueArray(fc.record({ path: fc.oneof(path, oddPath), key: hex, size: fc.nat() }), {
  selector: (record) => record.path,
});
const heads = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z0-9-]{1,9}(?:\/[a-z0-9-]{1,20})?$/),
    context: hex,
    key: hex,
    sitemaps: fc.array(
      fc.record({
        path: fc.stringMatching(/^\/[a-z0-9./-]{1,9}$/),
        changed: fc.constantFrom('2025-01-01', undefined),
      }),
      { maxLength: 3 },
    ),
  }),
  { selector: ({ name }) => name },
);
const sections = heads.chain((all) =>
  fc.tuple(...all.map((head) => records.map((files) => new IndexSection(head, linesOf(files))))),
);

/** The head and the files of each section. */
const contentsOf = (index: Iterable<IndexSection>) =>
  [...index].map(({ name, context, key, sitemaps, files, count }) => ({
    name,
    context,
    key,
    sitemaps,
    files: [...files],
    count,
  }));

test('an index is read as it was written', async () => {
  const file = join(temporary.path, 'release.index');
  await fc.assert(
    fc.asyncProperty(sections, async (written) => {
      writeIndex(file, written);
      const read = readIndex(file);
      expect([...read.keys()]).toEqual(written.map(({ name }) => name));
      expect(contentsOf(read.values())).toEqual(contentsOf(written));
      expect([...read.values()].map(({ lines }) => lines)).toEqual(written.map(({ lines }) => lines));
      expect(contentsOf(readIndex(file, read).values())).toEqual(contentsOf(written));
      await Promise.resolve();
    }),
  );
});

test.each([
  ['the same key', 'key', 'key', 'its'],
  ['another key', 'key', 'other', 'own'],
  ['no key', '', '', 'own'],
])('lines of a similar index are used for %s', (_, key, knownKey, expected) => {
  const file = join(temporary.path, 'release.index');
  const sectionWith = (keyOfSection: string, keyOfFile: string) =>
    new IndexSection(
      { name: 'site', context: '', key: keyOfSection, sitemaps: [] },
      linesOf([{ path: 'a', key: keyOfFile, size: 1 }]),
    );
  writeIndex(file, [sectionWith(key, 'own')]);
  const similar = new Map([['site', sectionWith(knownKey, 'its')]]);
  const files = readIndex(file, similar).get('site')?.files;
  expect(files?.get('a')?.key).toBe(expected);
});

test('a section has the files of its lines, and counts them', () => {
  fc.assert(
    fc.property(records, (files) => {
      const section = new IndexSection({ name: 'site', context: '', key: '', sitemaps: [] }, linesOf(files));
      expect(section.count).toBe(files.length);
      expect([...section.files]).toEqual(files.map((record) => [record.path, record]));
      expect([...filesOf([section, section])]).toEqual([...files, ...files]);
    }),
  );
});

test('divided lines are complete, and together they are the whole text', () => {
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 200 }), (files, length) => {
      const lines = linesOf(files);
      const parts = [...divideLines(lines, length)];
      expect(parts.join('')).toBe(lines);
      expect(parts.flatMap(parseLines)).toEqual(files);
      for (const part of parts) expect(part).toMatch(/\n$/);
      for (const part of parts.slice(0, -1)) expect(part.length).toBeGreaterThan(length);
      const longest = Math.max(0, ...files.map((record) => linesOf([record]).length));
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(length + longest);
    }),
  );
});

const lawSitemaps = [{ path: '/sitemaps/law-1.xml', changed: '2025-01-01' }];

const journaled: SectionHead[] = [
  { name: 'site', context: '', key: '', sitemaps: [] },
  { name: 'learn/law', context: 'ab12', key: 'cd34', sitemaps: lawSitemaps },
];

test('every section of a truncated journal has the records with complete lines, and no key', async () => {
  const file = join(temporary.path, 'release.journal');
  const files = ['a.html', 'learn/b.html', 'c ü.html', 'section'].map((name, index) => ({
    path: name,
    key: `${index}f`,
    size: index,
  }));
  beginJournal(file, journaled);
  appendToJournal(file, files.slice(0, 2));
  appendToJournal(file, []);
  appendToJournal(file, files.slice(2));
  const text = await readFile(file, 'latin1');
  for (let length = 0; length <= text.length; length += 1) {
    await writeFile(file, text.slice(0, length), 'latin1');
    const read = [...readIndex(file).values()];
    expect(journaled.slice(0, read.length).map(({ name }) => name)).toEqual(read.map(({ name }) => name));
    for (const section of read) {
      expect(section.key).toBe('');
      expect(files.slice(0, section.count)).toEqual([...section.files.values()]);
    }
  }
  const index = readIndex(file);
  for (const { name, context } of journaled) {
    expect(index.get(name)).toMatchObject({ name, context, key: '', count: files.length });
    expect([...(index.get(name)?.files.values() ?? [])]).toEqual(files);
  }
});

test('a journal is not begun twice', () => {
  const file = join(temporary.path, 'release.journal');
  beginJournal(file, journaled);
  expect(() => {
    beginJournal(file, journaled);
  }).toThrow('EEXIST');
});

test.each([
  'release-index 1\na.html\tab\t1\nend\n',
  'release-index 5\ncontext\tlaw\tab12\na.html\tab\t1\nend\n',
  'release-index 60\nend\n',
  'release-index 6',
  '',
])('no index, and one of another form, know of no files: %j', async (text) => {
  const file = join(temporary.path, 'release.index');
  expect(readIndex(file)).toEqual(emptyIndex);
  await writeFile(file, text);
  expect(readIndex(file)).toEqual(emptyIndex);
});

test('an index that cannot be read is an error, not an index without files', () => {
  expect(() => readIndex(temporary.path)).toThrow('EISDIR');
});

test('a section may have more files than a call may have arguments', () => {
  const files = Array.from({ length: 200_000 }, (_, index) => ({
    path: `${index}.html`,
    key: 'k',
    size: index,
  }));
  const file = join(temporary.path, 'index');
  writeIndex(file, [new IndexSection({ name: 'site', context: '', key: '', sitemaps: [] }, linesOf(files))]);
  expect([...filesOf(readIndex(file).values())]).toEqual(files);
});
