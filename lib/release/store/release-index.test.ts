import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { appendToJournal, beginJournal, emptyIndex, readIndex, writeIndex } from './release-index';

const temporary = temporaryFolder();

const hex = fc.stringMatching(/^[0-9a-f]{1,32}$/);
const path = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));
const records = fc
  .uniqueArray(
    fc.record({
      path: fc.oneof(path, fc.constant('context'), fc.constant('./end')),
      key: hex,
      size: fc.nat(),
    }),
    {
      selector: (record) => record.path,
    },
  )
  .map((files) => new Map(files.map((file) => [file.path, file])));
const contexts = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9-]{1,20}$/), hex), { selector: ([slug]) => slug })
  .map((entries) => new Map(entries));

test('an index is read as it was written', async () => {
  const file = join(temporary.path, 'release.index');
  await fc.assert(
    fc.asyncProperty(contexts, records, async (known, files) => {
      writeIndex(file, { contexts: known }, [...files.values()]);
      expect(readIndex(file)).toEqual({ contexts: known, files });
      await Promise.resolve();
    }),
  );
});

test('a truncated journal yields the records with complete lines', async () => {
  const file = join(temporary.path, 'release.journal');
  const files = ['a.html', 'learn/b.html', 'c ü.html'].map((name, index) => ({
    path: name,
    key: `${index}f`,
    size: index,
  }));
  beginJournal(file, new Map([['law', 'ab12']]));
  appendToJournal(file, files.slice(0, 2));
  appendToJournal(file, files.slice(2));
  const text = await readFile(file, 'latin1');
  for (let length = 0; length <= text.length; length += 1) {
    await writeFile(file, text.slice(0, length), 'latin1');
    const found = [...readIndex(file).files.values()];
    expect(files.slice(0, found.length)).toEqual(found);
  }
  expect(readIndex(file)).toEqual({
    contexts: new Map([['law', 'ab12']]),
    files: new Map(files.map((record) => [record.path, record])),
  });
});

test('no index, and one of another form, know of no files', async () => {
  const file = join(temporary.path, 'release.index');
  expect(readIndex(file)).toEqual(emptyIndex);
  await writeFile(file, 'release-index 1\na.html\tab\t1\nend\n');
  expect(readIndex(file)).toEqual(emptyIndex);
});

test('an index that cannot be read is an error, not an index without files', () => {
  expect(() => readIndex(temporary.path)).toThrow('EISDIR');
});

test('an index has every file, also of a library whose lines are not in memory at once', () => {
  const files = Array.from({ length: 25_001 }, (_, index) => ({
    path: `${index}.html`,
    key: 'k',
    size: index,
  }));
  const file = join(temporary.path, 'index');
  writeIndex(file, emptyIndex, files);
  expect([...readIndex(file).files.values()]).toEqual(files);
});
