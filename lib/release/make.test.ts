import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, describe, expect, test, vi } from 'vitest';

import { entry, law as lawSubject } from '@/lib/catalogue/fixtures';
import { filesBelow } from '@/lib/files/files-below';
import { questionMarkdown } from '@/lib/seo/markdown';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { contentsFile, indexFolder } from '@/public/scripts/search/library.js';
import { artifact, type Artifact } from './artifacts/artifact';
import type { ArtifactKind } from './artifacts/makers';
import { makeRelease, type MadeRelease, type MakeOptions, type Workplace } from './make';
import { surroundings } from './plan/fixtures';
import { markdownFile } from './plan/page-artifacts';
import { planSection, type EarlierRelease } from './plan/plan';
import type { Section } from './plan/sections';
import { ReleaseThreads } from './release-threads';
import { searchSection } from './search-index';
import { journalFileOf } from './store/release-folders';
import { emptyIndex, filesOf, readIndex, type ReleaseIndex } from './store/release-index';

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

/** A section whose inputs are hashed. */
type HashedSection = Pick<Section, 'key' | 'artifacts'>;

const hashed = (key: string, artifacts: readonly Artifact[]): HashedSection => ({
  key,
  artifacts: () => [...artifacts],
});

/** Makes a release of some sections, without a search index. */
async function make(
  name: string,
  sections: Readonly<Record<string, HashedSection | Artifact[]>>,
  {
    earlierReleases = [],
    present = emptyIndex,
    compress,
    threads: makers = threads,
  }: Partial<Workplace & Pick<MakeOptions, 'threads' | 'compress'>> = {},
): Promise<MadeRelease> {
  const folder = folderOf(name);
  await mkdir(folder, { recursive: true });
  const planned = Object.entries(sections).map(([section, content]) => {
    const { key = '', ...rest } = 'artifacts' in content ? content : { artifacts: () => content };
    const head = { name: section, context: `context of ${section}`, key, sitemaps: () => [] };
    return planSection({ ...head, ...rest }, earlierReleases);
  });
  return makeRelease(
    { sections: planned, search: undefined },
    { folder, present, earlierReleases },
    context(name),
    { threads: makers, catalogue: { entries: [], subjects: [] }, compress, report: () => undefined },
  );
}

const indexOf = ({ sections }: MadeRelease): ReleaseIndex =>
  new Map(sections.map((section) => [section.name, section]));

const releaseOf = (name: string, made: MadeRelease): EarlierRelease => ({
  folder: folderOf(name),
  index: indexOf(made),
});

/** Renames the folder of an old release and removes damaged files, as a build does that reuses it. */
async function reuse(name: string, made: MadeRelease, newName: string): Promise<ReleaseIndex> {
  await rename(folderOf(name), folderOf(newName));
  return threads.removeDamaged(folderOf(newName), indexOf(made));
}

/** The paths of all files of a release. */
const pathsOf = ({ sections }: MadeRelease) => [...filesOf(sections)].map(({ path }) => path).sort();

/** The paths of the files that a section of a release has. */
const pathsIn = (made: MadeRelease, section: string) => [...(indexOf(made).get(section)?.files.keys() ?? [])];

const madePaths = ({ made }: MadeRelease) => [...made.keys()].sort();

async function contentsOf(name: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const path of filesBelow(folderOf(name)))
    contents[path] = await readFile(join(folderOf(name), path), 'utf8');
  return contents;
}

const journalOf = (name: string) => readIndex(journalFileOf(folderOf(name)));

/** The records in a journal, which every section of it has. */
const journaled = (name: string) => [...(journalOf(name).values().next().value?.files.values() ?? [])];

const inodeOf = (path: string) => statSync(folderOf(path)).ino;

describe('a release', () => {
  test('gets the text for its search index before other files, and what takes seconds even earlier', async () => {
    const handedOver: string[] = [];
    const recorder: MakeOptions['threads'] = {
      keep: () => Promise.resolve(new Set()),
      make: (artifacts) => {
        for (const { path } of artifacts) handedOver.push(path);
        return Promise.resolve(new Map());
      },
    };
    const withoutInput = (kind: ArtifactKind, path: string): Artifact => ({ ...text(path, ''), kind });
    await make(
      'ordered',
      {
        site: [withoutInput('font', 'f'), withoutInput('script', 's'), withoutInput('study', 'cards')],
        'learn/law': [
          withoutInput('list', 'law'),
          ...['a', 'b'].flatMap((name) => [
            withoutInput('question', `${name}.html`),
            withoutInput('markdown', `${name}.md`),
          ]),
          withoutInput('list', 'topic'),
        ],
      },
      { threads: recorder },
    );
    expect(handedOver).toEqual(['f', 's', 'a.html', 'a.md', 'b.html', 'b.md', 'cards', 'law', 'topic']);
  });

  test('has its search index as soon as the text of all questions is there', async () => {
    const own = entry('law/what-is-law');
    const path = markdownFile(own.address);
    await temporary.put(`indexed/${path}`, questionMarkdown(own, lawSubject, 'A system of rules.'));
    const contents = join(folderOf('indexed'), indexFolder, contentsFile);
    const made = await makeRelease(
      {
        sections: [
          planSection(
            { name: 'site', context: '', key: '', sitemaps: () => [], artifacts: () => [text('last', '')] },
            [],
          ),
        ],
        search: { key: 'k', added: [], changed: [], dropped: [] },
      },
      { folder: folderOf('indexed'), present: emptyIndex, earlierReleases: [] },
      context('indexed'),
      {
        threads: {
          keep: () => Promise.resolve(new Set()),
          make: async (_artifacts, _context, onMade) => {
            onMade([{ path, key: 'a', size: 1 }]);
            // Makes the other file afterwards.
            await vi.waitUntil(() => existsSync(contents), { timeout: 10_000 });
            onMade([{ path: 'last', key: 'b', size: 1 }]);
            return new Map();
          },
        },
        catalogue: { entries: [own], subjects: [lawSubject] },
        compress: undefined,
        report: () => undefined,
      },
    );
    expect([...made.made.keys()]).toEqual([path, 'last']);
    expect(pathsIn(made, searchSection)).toContain(contents.slice(folderOf('indexed').length + 1));
  });

  test('has every artifact, and the journal has every file that was made', async () => {
    const made = await make('first', {
      site: [text('index.html', 'home')],
      'learn/law': hashed('hash', [text('learn/law.html', 'law')]),
    });
    expect(await contentsOf('first')).toEqual({ 'index.html': 'home', 'learn/law.html': 'law' });
    expect(pathsIn(made, 'site')).toEqual(['index.html']);
    expect(pathsIn(made, 'learn/law')).toEqual(['learn/law.html']);
    expect(made.sections).toMatchObject([
      { name: 'site', context: 'context of site', key: '' },
      { name: 'learn/law', context: 'context of learn/law', key: 'hash' },
    ]);
    const journal = [...journalOf('first').values()];
    expect(journal).toMatchObject([
      { name: 'site', context: 'context of site', key: '' },
      { name: 'learn/law', context: 'context of learn/law', key: '' },
      { name: 'compressed', context: '', key: '' },
    ]);
    for (const { files } of journal) {
      expect([...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
        { path: 'index.html', key: 'key of home', size: 4 },
        { path: 'learn/law.html', key: 'key of law', size: 3 },
      ]);
    }
  });

  test('keeps unchanged files, and makes those that the release before has lost', async () => {
    const artifacts = [text('a.html', 'a'), text('b.html', 'b')];
    const first = releaseOf('first', await make('first', { site: artifacts }));
    await temporary.put('first/b.html', 'cut short or grown');
    const second = await make(
      'second',
      { site: [...artifacts, text('c.html', 'c')] },
      { earlierReleases: [first] },
    );
    expect(await contentsOf('second')).toEqual({ 'a.html': 'a', 'b.html': 'b', 'c.html': 'c' });
    expect(pathsOf(second)).toEqual(['a.html', 'b.html', 'c.html']);
    expect(madePaths(second)).toEqual(['b.html', 'c.html']);
    expect([...second.planned].sort()).toEqual(['b.html', 'c.html']);
    expect(
      journaled('second')
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['b.html', 'c.html']);
  });

  test('keeps files of several earlier releases', async () => {
    const first = releaseOf('first', await make('first', { site: [text('a.html', 'a')] }));
    const second = releaseOf(
      'second',
      await make('second', { site: [text('a.html', 'x'), text('b.html', 'b')] }),
    );
    const third = await make(
      'third',
      { site: [text('a.html', 'a'), text('b.html', 'b')] },
      { earlierReleases: [first, second] },
    );
    expect(await contentsOf('third')).toEqual({ 'a.html': 'a', 'b.html': 'b' });
    expect(madePaths(third)).toEqual([]);
  });

  test('keeps the files of an interrupted build, also those that belong to another section now', async () => {
    await make('first', { site: [text('a.html', 'a')], 'learn/law': [text('b.html', 'b')] });
    const earlier = { folder: folderOf('first'), index: journalOf('first') };
    const second = await make(
      'second',
      { site: [text('b.html', 'b')], 'learn/law': hashed('hash', [text('a.html', 'a')]) },
      { earlierReleases: [earlier] },
    );
    expect(madePaths(second)).toEqual([]);
    expect(pathsIn(second, 'site')).toEqual(['b.html']);
    expect(pathsIn(second, 'learn/law')).toEqual(['a.html']);
    expect(await contentsOf('second')).toEqual({ 'a.html': 'a', 'b.html': 'b' });
  });

  test('removes the other files of a reused folder', async () => {
    const old = await make('old', {
      site: [text('law/a.html', 'a'), text('b.html', 'b'), text('c.html', 'c')],
    });
    const present = await reuse('old', old, 'reused');
    const next = await make('reused', { site: [text('b.html', 'new'), text('c.html', 'c')] }, { present });
    expect(pathsOf(next)).toEqual(['b.html', 'c.html']);
    expect(await contentsOf('reused')).toEqual({ 'b.html': 'new', 'c.html': 'c' });
    expect(existsSync(folderOf('reused/law'))).toBe(false);
  });

  test('leaves intact files with the same key in a reused folder, links damaged and other ones, and makes lost ones', async () => {
    const files = [
      text('same', 'same'),
      text('damaged', 'whole'),
      text('other', 'new'),
      text('lost', 'lost'),
    ];
    const old = await make('old', {
      site: [...files.filter(({ path }) => path !== 'other'), text('other', 'old')],
    });
    const first = await make('first', { site: files });
    await truncate(folderOf('old/damaged'), 2);
    for (const name of ['old', 'first']) await rm(folderOf(`${name}/lost`));
    const present = await reuse('old', old, 'reused');
    const inode = inodeOf('reused/same');
    const next = await make(
      'reused',
      { site: [...files, text('added', 'added')] },
      { earlierReleases: [releaseOf('first', first)], present },
    );
    expect(await contentsOf('reused')).toEqual({
      same: 'same',
      damaged: 'whole',
      other: 'new',
      lost: 'lost',
      added: 'added',
    });
    expect(madePaths(next)).toEqual(['added', 'lost']);
    expect(inodeOf('reused/same')).toBe(inode);
    for (const path of ['damaged', 'other']) expect(inodeOf(`reused/${path}`)).toBe(inodeOf(`first/${path}`));
  });

  test('has a file in place of a folder of a reused folder, and the other way round', async () => {
    const old = await make('old', { site: [text('a/b', 'ab'), text('c', 'c')] });
    const present = await reuse('old', old, 'reused');
    await make('reused', { 'learn/law': [text('a', 'a'), text('c/d', 'cd')] }, { present });
    expect(await contentsOf('reused')).toEqual({ a: 'a', 'c/d': 'cd' });
  });
});

describe('a section with the key that it has in the release in use', () => {
  const law = ['a', 'b', 'c'].map((name) => text(`learn/law/${name}.html`, name));
  const site = (content: string) => [text('index.html', content)];
  const unplanned: HashedSection = {
    key: 'hash',
    artifacts: () => {
      throw new Error('was planned');
    },
  };
  const lawContents = { 'learn/law/a.html': 'a', 'learn/law/b.html': 'b', 'learn/law/c.html': 'c' };

  test('is kept without being planned', async () => {
    const first = await make('first', { site: site('1'), 'learn/law': hashed('hash', law) });
    const earlierReleases = [releaseOf('first', first)];
    const second = await make('second', { site: site('2'), 'learn/law': unplanned }, { earlierReleases });
    expect(await contentsOf('second')).toEqual({ 'index.html': '2', ...lawContents });
    expect(second.sections[1]).toBe(first.sections[1]);
    expect(madePaths(second)).toEqual(['index.html']);
    expect(inodeOf('second/learn/law/a.html')).toBe(inodeOf('first/learn/law/a.html'));
  });

  test('stays as it is in a reused folder with the same files', async () => {
    const old = await make('old', { site: site('0'), 'learn/law': hashed('hash', law) });
    const first = await make('first', { site: site('1'), 'learn/law': hashed('hash', law) });
    await truncate(folderOf('old/learn/law/b.html'), 0);
    const present = await reuse('old', old, 'reused');
    const inode = inodeOf('reused/learn/law/a.html');
    const earlierReleases = [releaseOf('first', first)];
    const next = await make(
      'reused',
      { site: site('2'), 'learn/law': unplanned },
      { earlierReleases, present },
    );
    expect(await contentsOf('reused')).toEqual({ 'index.html': '2', ...lawContents });
    expect(next.sections[1]).toBe(first.sections[1]);
    expect(inodeOf('reused/learn/law/a.html')).toBe(inode);
    expect(inodeOf('reused/learn/law/b.html')).toBe(inodeOf('first/learn/law/b.html'));
  });

  test('replaces the other files of a reused folder', async () => {
    const old = await make('old', {
      site: site('0'),
      'learn/law': hashed('old hash', [
        text('learn/law/a.html', 'a'),
        text('learn/law/b.html', '0'),
        text('learn/law/x.html', 'x'),
      ]),
    });
    const first = await make('first', { site: site('1'), 'learn/law': hashed('hash', law) });
    const present = await reuse('old', old, 'reused');
    const inode = inodeOf('reused/learn/law/a.html');
    const next = await make(
      'reused',
      { site: site('2'), 'learn/law': unplanned },
      { earlierReleases: [releaseOf('first', first)], present },
    );
    expect(await contentsOf('reused')).toEqual({ 'index.html': '2', ...lawContents });
    expect(madePaths(next)).toEqual(['index.html']);
    expect(inodeOf('reused/learn/law/a.html')).toBe(inode);
    expect(inodeOf('reused/learn/law/b.html')).toBe(inodeOf('first/learn/law/b.html'));
  });

  test.each(['in a new folder', 'in a reused folder'])(
    'has a file that the release in use has lost made again, %s',
    async (where) => {
      const sections = {
        'learn/law': hashed('hash', law),
        'learn/art': hashed('art', [text('art', 'x')]),
      };
      const old = await make('old', sections);
      const first = await make('first', sections);
      const earlierReleases = [releaseOf('first', first)];
      for (const name of ['old', 'first']) await rm(folderOf(`${name}/learn/law/b.html`));
      const present = where === 'in a new folder' ? emptyIndex : await reuse('old', old, 'next');
      const next = await make('next', sections, { earlierReleases, present });
      expect(await contentsOf('next')).toEqual({ art: 'x', ...lawContents });
      expect(madePaths(next)).toEqual(['learn/law/b.html']);
      expect(next.planned).toEqual(['learn/law/b.html']);
      expect(next.sections).toMatchObject(
        first.sections.map(({ name, key, lines }) => ({ name, key, lines })),
      );
      expect(journaled('next').map(({ path }) => path)).toEqual(['learn/law/b.html']);
    },
  );

  test('names a lost file that it cannot make as planned, for the verification', async () => {
    const first = await make('first', { 'learn/law': hashed('hash', law) });
    await rm(folderOf('first/learn/law/b.html'));
    const next = await make(
      'next',
      { 'learn/law': hashed('hash', []) },
      { earlierReleases: [releaseOf('first', first)] },
    );
    expect(next.planned).toEqual(['learn/law/b.html']);
    expect(madePaths(next)).toEqual([]);
  });
});

describe('between releases', () => {
  const release = (law: Artifact[], site: Artifact[], hash: string) => ({
    site,
    'learn/law': hashed(hash, law),
  });
  const [page, moved] = [text('learn/law/a.html', 'a'), text('learn/law/b.html', 'b')];

  test('a file that moves to another section stays, whichever release the folder is of', async () => {
    const before = release([page, moved], [text('index.html', 'home')], 'before');
    const after = release([page], [text('index.html', 'home'), moved], 'after');
    const expected = { 'index.html': 'home', 'learn/law/a.html': 'a', 'learn/law/b.html': 'b' };
    const old = await make('old', before);
    const first = releaseOf('first', await make('first', before));
    const second = await make('second', after, {
      earlierReleases: [first],
      present: await reuse('old', old, 'second'),
    });
    expect(await contentsOf('second')).toEqual(expected);
    expect(pathsIn(second, 'site')).toEqual(expect.arrayContaining(['learn/law/b.html']));
    expect(pathsIn(second, 'learn/law')).toEqual(['learn/law/a.html']);
    // Now the section of law is the same as in the release in use, and the folder has the files of before.
    const third = await make('third', after, {
      earlierReleases: [releaseOf('second', second)],
      present: await reuse('older', await make('older', before), 'third'),
    });
    expect(await contentsOf('third')).toEqual(expected);
    expect(madePaths(third)).toEqual([]);
  });

  test('the files of a section that vanished are removed, with their folders', async () => {
    const art = { 'learn/art': hashed('art', [text('learn/art/a.html', 'art')]) };
    const before = release([page], [text('index.html', 'home')], 'law');
    const old = await make('old', { ...before, ...art });
    const first = releaseOf('first', await make('first', { ...before, ...art }));
    const next = await make('next', before, {
      earlierReleases: [first],
      present: await reuse('old', old, 'next'),
    });
    expect(await contentsOf('next')).toEqual({ 'index.html': 'home', 'learn/law/a.html': 'a' });
    expect(existsSync(folderOf('next/learn/art'))).toBe(false);
    expect(next.sections.map(({ name }) => name)).toEqual(['site', 'learn/law']);
  });
});

describe('compressed files', () => {
  const long = 'A long text. '.repeat(200);
  const artifacts = [text('a.html', long), text('small.html', 'a'), text('picture.png', long)];
  const all = ['a.html', 'a.html.br', 'a.html.gz', 'picture.png', 'small.html'];

  test('are made of each text that is not small, and kept', async () => {
    const first = await make('first', { site: artifacts }, { compress: 'code' });
    expect(pathsOf(first)).toEqual(all);
    expect(pathsIn(first, 'compressed')).toEqual(['a.html.br', 'a.html.gz']);
    expect(brotliDecompressSync(await readFile(folderOf('first/a.html.br'))).toString()).toBe(long);
    expect(gunzipSync(await readFile(folderOf('first/a.html.gz'))).toString()).toBe(long);
    const earlierReleases = [releaseOf('first', first)];
    const second = await make('second', { site: artifacts }, { compress: 'code', earlierReleases });
    expect(madePaths(second)).toEqual([]);
    expect(pathsOf(second)).toEqual(pathsOf(first));
    const third = await make('third', { site: artifacts }, { compress: 'other', earlierReleases });
    expect(madePaths(third)).toEqual(['a.html.br', 'a.html.gz']);
  });

  test('of files that a section keeps are kept with them', async () => {
    const sections = { 'learn/law': hashed('hash', artifacts) };
    const old = await make('old', sections, { compress: 'code' });
    const first = await make('first', sections, { compress: 'code' });
    const present = await reuse('old', old, 'next');
    const inode = inodeOf('next/a.html.br');
    const earlierReleases = [releaseOf('first', first)];
    const next = await make('next', sections, { compress: 'code', earlierReleases, present });
    expect(madePaths(next)).toEqual([]);
    expect(pathsOf(next)).toEqual(all);
    expect(Object.keys(await contentsOf('next')).sort()).toEqual(all);
    expect(inodeOf('next/a.html.br')).toBe(inode);
  });

  test('of files that a release lacks are removed from a reused folder, and all if none are wanted', async () => {
    const old = await make('old', { site: [...artifacts, text('b.html', long)] }, { compress: 'code' });
    const present = await reuse('old', old, 'next');
    const next = await make('next', { site: artifacts }, { compress: 'code', present });
    expect(pathsOf(next)).toEqual(all);
    expect(Object.keys(await contentsOf('next')).sort()).toEqual(all);
    const last = await make('last', { site: artifacts }, { present: await reuse('next', next, 'last') });
    expect(pathsOf(last)).toEqual(['a.html', 'picture.png', 'small.html']);
    expect(Object.keys(await contentsOf('last')).sort()).toEqual(['a.html', 'picture.png', 'small.html']);
  });
});

test('a release may have more files than a call may have arguments', async () => {
  const records = Array.from({ length: 300_000 }, (_, index) => ({
    path: `${index}.html`,
    key: 'k',
    size: 1,
  }));
  const artifacts = records.map(({ path, key }) => artifact('file', path, key, () => ({ text: '' })));
  const earlier = { folder: folderOf('none'), index: emptyIndex };
  const section = { name: 'site', context: '', key: '', sitemaps: [] };
  for (const isLost of [false, true]) {
    const name = `large ${isLost ? 'lost' : 'new'}`;
    await mkdir(folderOf(name));
    const release = await makeRelease(
      {
        sections: [
          {
            ...section,
            artifacts: () => artifacts,
            same: undefined,
            make: isLost ? [] : artifacts,
            keep: isLost
              ? artifacts.map((each, index) => ({
                  artifact: each,
                  record: records[index] ?? { ...each, size: 0 },
                  earlier,
                }))
              : [],
          },
        ],
        search: undefined,
      },
      { folder: folderOf(name), present: emptyIndex, earlierReleases: [] },
      context(name),
      {
        threads: {
          keep: () => Promise.resolve(new Set(isLost ? records.map(({ path }) => path) : [])),
          make: (_artifacts, _context, onMade) => {
            onMade(records);
            return Promise.resolve(new Map());
          },
        },
        catalogue: { entries: [], subjects: [] },
        compress: undefined,
        report: () => undefined,
      },
    );
    expect(release.sections[0]?.count).toBe(records.length);
    expect(release.made.size).toBe(records.length);
    expect(release.planned).toHaveLength(records.length);
  }
});

test('an artifact that cannot be made is named, and the files that were made before are in the journal', async () => {
  const missing = artifact('file', 'missing.svg', 'key', () => ({ file: folderOf('none.svg') }));
  // More than all threads make at once.
  const sound = Array.from({ length: 1000 }, (_, index) => text(`${index}.html`, `${index}`));
  await expect(make('first', { site: [...sound, missing] })).rejects.toThrow(
    'missing.svg could not be made: Error: ENOENT',
  );
  for (const { path, size } of journaled('first')) {
    expect(path).not.toBe('missing.svg');
    expect(await readFile(join(folderOf('first'), path), 'utf8')).toHaveLength(size);
  }
  expect(journaled('first').length).toBeGreaterThan(0);
});
