import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { Journal, journalOf, manifestOf, readManifest, targetsOf, type Made } from './manifest';

const temporary = temporaryFolder();

const made = fc.record({
  path: fc.string(),
  key: fc.stringMatching(/^[0-9a-f]*$/),
  size: fc.nat(),
  targets: fc.uniqueArray(fc.constantFrom('/', '/learn', '/learn/law', '/ü?', '/1'), { maxLength: 4 }),
  stamp: fc.stringMatching(/^[0-9a-f -]*$/),
});

function read(path: string): Made[] {
  const manifest = readManifest(path);
  return [...manifest.files].map(([name, file]) => {
    const { key, size, stamp } = file;
    return { path: name, key, size, targets: targetsOf(file, manifest), stamp };
  });
}

test('what was written is read, and a journal cut short as far as it is sound', async () => {
  const property = fc.asyncProperty(
    fc.uuid(),
    fc.uniqueArray(made, { selector: ({ path }) => path }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    async (name, files, share) => {
      const folder = join(temporary.path, name);
      const journal = new Journal(folder);
      for (const file of files) journal.add(file);
      journal.close();
      expect(read(journalOf(folder))).toEqual(files);
      const bytes = await readFile(journalOf(folder));
      await writeFile(journalOf(folder), bytes.subarray(0, Math.floor(bytes.length * share)));
      const sound = read(journalOf(folder));
      expect(sound).toEqual(files.slice(0, sound.length));
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

test('what is carried over is read as it was, whichever release it is from', () => {
  const files = fc.uniqueArray(made, { selector: ({ path }) => path });
  const property = fc.property(fc.uuid(), files, files, fc.boolean(), (name, carried, added, isBase) => {
    const folder = join(temporary.path, name);
    const earlier = new Journal(`${folder}-earlier`);
    for (const file of carried) earlier.add(file);
    earlier.complete();
    const source = readManifest(manifestOf(`${folder}-earlier`));
    const subjects = new Map([['law', 'a key']]);
    const journal = new Journal(folder, { subjects, ...(isBase && { base: source }) });
    for (const [path, file] of source.files) journal.addCarried(path, file, source);
    for (const file of added) journal.add(file);
    journal.complete();
    const expected = new Map([...carried, ...added].map((file) => [file.path, file]));
    expect(read(manifestOf(folder))).toEqual([...expected.values()]);
    expect(readManifest(manifestOf(folder)).subjects).toEqual(subjects);
  });
  fc.assert(property, { numRuns: 60 });
});

test('a release that is whole has a manifest and no journal', async () => {
  const folder = join(temporary.path, 'release');
  new Journal(folder).complete();
  expect(read(manifestOf(folder))).toEqual([]);
  await expect(readFile(journalOf(folder))).rejects.toThrow('ENOENT');
});

test('one of another format is as good as none', async () => {
  await temporary.put('other.manifest', '["release",0]\n["index.html","key",1,[]]\n');
  expect(read(join(temporary.path, 'other.manifest'))).toEqual([]);
  expect(read(join(temporary.path, 'missing'))).toEqual([]);
});
