import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, describe, expect, test } from 'vitest';

import { filesBelow } from '@/lib/files/files-below';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { artifact, type Artifact } from './artifacts/artifact';
import { makeRelease, type MadeRelease, type Workplace } from './make';
import { surroundings } from './plan/fixtures';
import { divide, type EarlierRelease } from './plan/plan';
import { ReleaseThreads } from './release-threads';
import { journalFileOf } from './store/release-folders';
import { emptyIndex, readIndex } from './store/release-index';

const temporary = temporaryFolder();

// The threads load the modules that make files once for all tests.
const threads = new ReleaseThreads();
afterAll(() => threads.close());

const text = (path: string, content: string): Artifact =>
  artifact('file', path, `key of ${content}`, () => ({ text: content }));

const folderOf = (name: string) => join(temporary.path, name);

const context = (name: string) => ({
  release: folderOf(name),
  contentFolder: folderOf('content'),
  answersFolder: folderOf('answers'),
  menu: [],
  styles: JSON.stringify(surroundings.styles),
});

/** Makes a release of some artifacts, without a search index. */
async function make(
  name: string,
  artifacts: readonly Artifact[],
  {
    earlierReleases = [],
    present = emptyIndex,
    compress,
  }: Partial<Workplace> & { compress?: string | undefined } = {},
): Promise<MadeRelease> {
  const folder = folderOf(name);
  await mkdir(folder, { recursive: true });
  return makeRelease(
    { contexts: new Map([['law', 'context']]), ...divide(artifacts, earlierReleases), searchKey: undefined },
    { folder, present, earlierReleases },
    context(name),
    { threads, subjects: [], compress, report: () => undefined },
  );
}

const releaseOf = (name: string, { files }: MadeRelease): EarlierRelease => ({
  folder: folderOf(name),
  index: { contexts: new Map(), files: new Map(files.map((file) => [file.path, file])) },
});

const pathsOf = (files: readonly { path: string }[]) => files.map(({ path }) => path).sort();

async function contentsOf(name: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const path of await filesBelow(folderOf(name)))
    contents[path] = await readFile(join(folderOf(name), path), 'utf8');
  return contents;
}

const journalOf = (name: string) => readIndex(journalFileOf(folderOf(name)));

describe('a release', () => {
  test('has every artifact, and the journal has every file that was made', async () => {
    const made = await make('first', [text('index.html', 'home'), text('learn/law.html', 'law')]);
    expect(await contentsOf('first')).toEqual({ 'index.html': 'home', 'learn/law.html': 'law' });
    expect(pathsOf(made.files)).toEqual(['index.html', 'learn/law.html']);
    const { contexts, files } = journalOf('first');
    expect([...contexts]).toEqual([['law', 'context']]);
    expect([...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'index.html', key: 'key of home', size: 4 },
      { path: 'learn/law.html', key: 'key of law', size: 3 },
    ]);
  });

  test('keeps unchanged files, and makes those that the release before has lost', async () => {
    const artifacts = [text('a.html', 'a'), text('b.html', 'b')];
    const first = releaseOf('first', await make('first', artifacts));
    await temporary.put('first/b.html', 'cut short or grown');
    const second = await make('second', [...artifacts, text('c.html', 'c')], { earlierReleases: [first] });
    expect(await contentsOf('second')).toEqual({ 'a.html': 'a', 'b.html': 'b', 'c.html': 'c' });
    expect(pathsOf(second.files)).toEqual(['a.html', 'b.html', 'c.html']);
    expect(pathsOf(second.made)).toEqual(['b.html', 'c.html']);
    expect(pathsOf([...journalOf('second').files.values()])).toEqual(['b.html', 'c.html']);
  });

  test('removes the other files of a reused folder', async () => {
    const old = await make('old', [text('law/a.html', 'a'), text('b.html', 'b'), text('c.html', 'c')]);
    const { index: present } = releaseOf('old', old);
    await rename(folderOf('old'), folderOf('reused'));
    const next = await make('reused', [text('b.html', 'new'), text('c.html', 'c')], { present });
    expect(pathsOf(next.files)).toEqual(['b.html', 'c.html']);
    expect(await contentsOf('reused')).toEqual({ 'b.html': 'new', 'c.html': 'c' });
    expect(existsSync(folderOf('reused/law'))).toBe(false);
  });

  test('has the compressed form of each text that is not small', async () => {
    const long = 'A long text. '.repeat(200);
    const artifacts = [text('a.html', long), text('small.html', 'a'), text('picture.png', long)];
    const first = await make('first', artifacts, { compress: 'code' });
    expect(pathsOf(first.files)).toEqual(['a.html', 'a.html.br', 'a.html.gz', 'picture.png', 'small.html']);
    expect(brotliDecompressSync(await readFile(folderOf('first/a.html.br'))).toString()).toBe(long);
    expect(gunzipSync(await readFile(folderOf('first/a.html.gz'))).toString()).toBe(long);
    const second = await make('second', artifacts, {
      compress: 'code',
      earlierReleases: [releaseOf('first', first)],
    });
    expect(second.made).toEqual([]);
    expect(pathsOf(second.files)).toEqual(pathsOf(first.files));
    const third = await make('third', artifacts, {
      compress: 'other',
      earlierReleases: [releaseOf('first', first)],
    });
    expect(pathsOf(third.made)).toEqual(['a.html.br', 'a.html.gz']);
  });
});

test('a release may have more files than a call may have arguments', async () => {
  const records = Array.from({ length: 300_000 }, (_, index) => ({
    path: `${index}.html`,
    key: 'k',
    size: 1,
  }));
  const artifacts = records.map(({ path, key }) => artifact('file', path, key, () => ({ text: '' })));
  await mkdir(folderOf('large'));
  const { files, made } = await makeRelease(
    { contexts: new Map(), make: artifacts, keep: [], drop: [], searchKey: undefined },
    { folder: folderOf('large'), present: emptyIndex, earlierReleases: [] },
    context('large'),
    {
      threads: {
        keep: () => Promise.resolve([]),
        make: (_artifacts, _context, onMade) => {
          onMade(records);
          return Promise.resolve({ files: records, targets: new Map() });
        },
      },
      subjects: [],
      compress: undefined,
      report: () => undefined,
    },
  );
  expect(files).toHaveLength(records.length);
  expect(made).toHaveLength(records.length);
});

test('an artifact that cannot be made is named, and the files that were made before are in the journal', async () => {
  const missing = artifact('file', 'missing.svg', 'key', () => ({ file: folderOf('none.svg') }));
  // More than all threads make at once.
  const sound = Array.from({ length: 1000 }, (_, index) => text(`${index}.html`, `${index}`));
  await expect(make('first', [...sound, missing])).rejects.toThrow(
    'missing.svg could not be made: Error: ENOENT',
  );
  for (const { path, size } of journalOf('first').files.values()) {
    expect(path).not.toBe('missing.svg');
    expect(await readFile(join(folderOf('first'), path), 'utf8')).toHaveLength(size);
  }
  expect(journalOf('first').files.size).toBeGreaterThan(0);
});
