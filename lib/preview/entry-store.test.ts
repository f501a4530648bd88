import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { loadCatalogue } from '@/lib/catalogue/load';
import { readEntry } from '@/lib/catalogue/read-entry';
import { unlessMissing } from '@/lib/system-error';
import { questionFile } from '@/lib/testing/question-file';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { questionView } from '@/lib/views/question';
import { EntryStore } from './entry-store';

const temporary = temporaryFolder();

/** Edits of a content folder. Files are named by numbers, so that several edits concern the same file. */
type Change =
  | { do: 'write'; file: number; id: number; title: string; day: number; isBroken: boolean }
  | { do: 'remove'; file: number }
  | { do: 'rename'; file: number; to: number }
  | { do: 'move folder'; from: number; to: number }
  | { do: 'name'; name: string };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    file: fc.nat(7),
    id: fc.integer({ min: 1, max: 6 }),
    title: fc.constantFrom('Why is the sky blue?', 'What is light?', 'What is a wave?'),
    day: fc.integer({ min: 10, max: 14 }),
    isBroken: fc.boolean(),
  }),
  fc.record({ do: fc.constant('remove' as const), file: fc.nat(7) }),
  fc.record({ do: fc.constant('rename' as const), file: fc.nat(7), to: fc.nat(7) }),
  fc.record({ do: fc.constant('move folder' as const), from: fc.nat(1), to: fc.nat(1) }),
  fc.record({ do: fc.constant('name' as const), name: fc.constantFrom('Physics', 'Natural Philosophy') }),
);

const folders = ['physics', 'optics'] as const;
const pathOf = (file: number) => `${folders[file % 2] ?? ''}/q${Math.floor(file / 2)}.md`;

/** Applies an edit. @returns the paths that a watcher would report */
async function apply(root: string, made: Change): Promise<string[]> {
  switch (made.do) {
    case 'write': {
      const path = pathOf(made.file);
      const subject = made.file % 2 === 0 ? 'Physics' : 'Optics';
      const { id, title, day, isBroken } = made;
      const text = questionFile(id, { title, subject, date: `2025-01-${day}` });
      await mkdir(join(root, dirname(path)), { recursive: true });
      await writeFile(join(root, path), isBroken ? text.replace('id:', 'idd:') : text);
      return [path];
    }
    case 'remove':
      await rm(join(root, pathOf(made.file)), { force: true });
      return [pathOf(made.file)];
    case 'rename': {
      const [from, to] = [pathOf(made.file), pathOf(made.to)];
      await mkdir(join(root, dirname(to)), { recursive: true });
      const renamed = await unlessMissing(rename(join(root, from), join(root, to)).then(() => [from, to]));
      return renamed ?? [];
    }
    case 'move folder': {
      const [from = '', to = ''] = [folders[made.from], folders[made.to]];
      if (from === to) return [];
      await rm(join(root, to), { recursive: true, force: true });
      const renamed = await unlessMissing(rename(join(root, from), join(root, to)).then(() => [from, to]));
      return renamed ?? [to];
    }
    case 'name':
      await writeFile(join(root, 'subjects.yaml'), `physics:\n  name: ${made.name}\n`);
      return ['subjects.yaml'];
  }
}

/** Everything in a catalogue that pages show. */
function shown(catalogue: Catalogue) {
  return {
    subjects: catalogue.subjects,
    entries: catalogue.entries.map(({ hash: _, ...entry }) => entry),
    views: catalogue.entries.map((entry) => {
      const view = questionView({ catalogue, changedDays: new Map() }, entry);
      return { ...view, entry: entry.address };
    }),
  };
}

test('after any sequence of changes, the catalogue equals the result of loadCatalogue', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.uuid(), async (changes, name) => {
      const root = join(temporary.path, name);
      await mkdir(join(root, 'physics'), { recursive: true });
      await writeFile(join(root, pathOf(0)), questionFile(1));
      const index = new EntryStore(root, (paths) =>
        Promise.resolve(paths.map((path) => readEntry(root, path))),
      );
      await index.refresh();
      for (const made of changes) {
        await index.update(await apply(root, made));
        expect(shown(index.catalogue)).toEqual(shown(loadCatalogue(root)));
      }
    }),
    { numRuns: 40 },
  );
});

test('a change of one file reads one file', async () => {
  await temporary.put('physics/a.md', questionFile(1));
  await temporary.put('physics/b.md', questionFile(2));
  const read: string[] = [];
  const index = new EntryStore(temporary.path, (paths) => {
    read.push(...paths);
    return Promise.resolve(paths.map((path) => readEntry(temporary.path, path)));
  });
  await index.refresh();
  expect(read.splice(0)).toEqual(['physics/a.md', 'physics/b.md']);
  await temporary.put('physics/b.md', questionFile(2, { title: 'Another?' }));
  await index.update(['physics/b.md']);
  expect(read).toEqual(['physics/b.md']);
  expect(index.catalogue.find('/learn/physics/questions/b')?.title).toBe('Another?');
});

test('a file with a stored entry is not read again', async () => {
  await temporary.put('physics/a.md', questionFile(1));
  const entry = readEntry(temporary.path, 'physics/a.md');
  const index = new EntryStore(temporary.path, (paths) => {
    expect(paths).toEqual([]);
    return Promise.resolve([]);
  });
  await index.refresh(() => entry);
  expect(index.entries()).toEqual([entry]);
});
