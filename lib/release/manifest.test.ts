import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import {
  filesOf,
  hasManifest,
  Journal,
  journalOf,
  manifestOf,
  openManifest,
  removeManifest,
  type Manifest,
} from './manifest';
import { partOf, readPart, readPartContents, targetsOf, type Made } from './part';

const temporary = temporaryFolder();

const path = fc.oneof(
  fc.string(),
  fc
    .constantFrom('learn/law', 'learn/art', 'learn')
    .chain((start) => fc.string().map((rest) => start + rest)),
);

const made = fc.record({
  path,
  key: fc.stringMatching(/^[0-9a-f]*$/),
  size: fc.nat(),
  targets: fc.uniqueArray(fc.constantFrom('/', '/learn', '/learn/law', '/ü?', '/1'), { maxLength: 4 }),
  stamp: fc.stringMatching(/^[0-9a-f -]*$/),
});

const files = fc.uniqueArray(made, { selector: (file) => file.path });

const keys = new Map([['law', { shown: 'shown', whole: 'whole' }]]);

function read(manifest: Manifest): Made[] {
  return [...filesOf(manifest)].map(([name, file]) => {
    const { key, size, stamp } = file;
    const targets = targetsOf(file, manifest.part(partOf(name)));
    return { path: name, key, size, targets, stamp };
  });
}

/** As a manifest has them, part by part. */
function sorted(all: readonly Made[]): Made[] {
  return all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

test('what was written is read, and a part cut short as far as it is sound', async () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const property = fc.asyncProperty(fc.uuid(), files, share, async (name, all, kept) => {
    const folder = join(temporary.path, name);
    const journal = new Journal(folder);
    for (const file of all) journal.add(file);
    journal.flush();
    expect(sorted(read(openManifest(journalOf(folder))))).toEqual(sorted(all));
    journal.complete();
    const { names, fileOf, part } = openManifest(manifestOf(folder));
    for (const partName of names) {
      const own = all.filter((file) => partOf(file.path) === partName);
      const whole = readPart(fileOf(partName));
      expect(readPartContents(fileOf(partName))).toEqual({
        paths: [...whole.files.keys()],
        sizes: [...whole.files.values()].map(({ size }) => size),
        addresses: whole.addresses,
        isWhole: true,
      });
      expect(whole.isWhole).toBe(true);
      expect([...whole.files.keys()]).toEqual(own.map((file) => file.path));
      const bytes = await readFile(fileOf(partName));
      await writeFile(fileOf(partName), bytes.subarray(0, Math.floor((bytes.length - 1) * kept)));
      const sound = readPart(fileOf(partName));
      expect(sound.isWhole).toBe(false);
      expect([...sound.files]).toEqual([...part(partName).files].slice(0, sound.files.size));
    }
  });
  await fc.assert(property, { numRuns: 60 });
});

test('what is carried over is read as it was, whichever release it is from', () => {
  const property = fc.property(fc.uuid(), files, files, fc.boolean(), (name, carried, added, isBase) => {
    const folder = join(temporary.path, name);
    const earlier = new Journal(`${folder}-earlier`);
    for (const file of carried) earlier.add(file);
    earlier.complete();
    const source = openManifest(manifestOf(`${folder}-earlier`));
    const journal = new Journal(folder, isBase ? { base: source } : {});
    for (const [carriedPath, file] of filesOf(source)) journal.addCarried(carriedPath, file, source);
    for (const file of added) journal.add(file);
    journal.complete();
    const expected = new Map([...carried, ...added].map((file) => [file.path, file]));
    expect(sorted(read(openManifest(manifestOf(folder))))).toEqual(sorted([...expected.values()]));
    expect(journal.made.map((file) => file.path)).toEqual(added.map((file) => file.path));
  });
  fc.assert(property, { numRuns: 60 });
});

test('a part that is adopted is that of the other release, with what it was made of', () => {
  const file = { path: 'learn/law.html', key: 'key', size: 1, targets: ['/learn'], stamp: '' };
  const earlier = new Journal(join(temporary.path, 'earlier'), { keys });
  earlier.add(file);
  earlier.complete();
  const source = openManifest(manifestOf(join(temporary.path, 'earlier')));
  const journal = new Journal(join(temporary.path, 'later'));
  journal.adopt('law', source);
  journal.complete();
  const manifest = openManifest(manifestOf(join(temporary.path, 'later')));
  expect(read(manifest)).toEqual([file]);
  expect(manifest.keysOf('law')).toEqual(keys.get('law'));
  expect(manifest.keysOf('art')).toBeUndefined();
  expect(manifest.names).toContain('law');
});

test('a file belongs to the subject below whose address it lies', () => {
  const ofLaw = ['learn/law', 'learn/law.html', 'learn/law.html.br', 'learn/law/questions/a.md'];
  expect(ofLaw.map(partOf)).toEqual(ofLaw.map(() => 'law'));
  const others = ['learn', 'learn.html', 'index.html', 'study/law.json', 'learn/', 'learn/ü.html'];
  expect(others.map(partOf)).toEqual(others.map(() => ''));
});

test('a release is whole once it has a manifest, and no more once that is gone', () => {
  const folder = join(temporary.path, 'release');
  const journal = new Journal(folder);
  journal.flush();
  expect(hasManifest(folder)).toBe(false);
  journal.complete();
  expect(hasManifest(folder)).toBe(true);
  expect(read(openManifest(manifestOf(folder)))).toEqual([]);
  expect(openManifest(journalOf(folder)).names).toEqual([]);
  removeManifest(folder);
  expect(hasManifest(folder)).toBe(false);
  expect(openManifest(manifestOf(folder)).names).toEqual([]);
});

test('one of another format is as good as none', async () => {
  await temporary.put('other.manifest', '["release",3,"key"]\nindex.html\tkey\t1\t\t\n');
  await temporary.put('form.manifest/site', '["release",0,"",""]\nindex.html\tkey\t1\t\t\n');
  expect(read(openManifest(join(temporary.path, 'other.manifest')))).toEqual([]);
  expect(read(openManifest(join(temporary.path, 'form.manifest')))).toEqual([]);
});
