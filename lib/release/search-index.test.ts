import { statSync } from 'node:fs';
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Catalogue, type Subject } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { questionMarkdown } from '@/lib/seo/markdown';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { keyOf, type FileRecord } from './artifacts/artifact';
import { markdownFile } from './plan/page-artifacts';
import type { EarlierRelease } from './plan/plan';
import { keepOrUpdateIndex, makeWholeIndex, searchSection } from './search-index';
import { keepFiles } from './store/keep-files';
import { IndexSection, linesOf } from './store/release-index';

const temporary = temporaryFolder();

/**
 * The text of each question by `subject/slug`. Questions with the same slug are one question in several
 * subjects.
 */
type Library = Readonly<Record<string, string>>;

interface Written {
  folder: string;
  subjects: readonly Subject[];
  /** Path and key of the Markdown of each question. */
  questions: readonly FileRecord[];
}

let count = 0;

/** Writes the Markdown of a library into the folder of a new release. */
async function write(library: Library): Promise<Written> {
  const release = String((count += 1));
  const entries = Object.entries(library).map(([path, text]) => {
    const slug = path.slice(path.indexOf('/') + 1);
    const [first = ''] = Object.keys(library).filter((other) => other.endsWith(`/${slug}`));
    return entry(path, { id: Number(slug), title: text, question: text, canonical: entry(first).address });
  });
  const catalogue = new Catalogue(entries, {});
  const questions: FileRecord[] = [];
  for (const own of entries) {
    const path = markdownFile(own.address);
    const answer = `## Part\n\nThe answer: ${own.title}`;
    const markdown = questionMarkdown(own, own.subject, answer, catalogue.addressesOf(own));
    await temporary.put(`${release}/${path}`, markdown);
    questions.push({ path, key: keyOf(markdown), size: Buffer.byteLength(markdown) });
  }
  return { folder: join(temporary.path, release), subjects: catalogue.subjects, questions };
}

/** A finished release with a search index. */
async function finish(library: Library, key: string): Promise<EarlierRelease> {
  const { folder, subjects, questions } = await write(library);
  const index = await makeWholeIndex({ folder, key, subjects, questions });
  return { folder, index: indexOf({ questions, [searchSection]: index }, key) };
}

function indexOf(files: Readonly<Record<string, readonly FileRecord[]>>, key = ''): EarlierRelease['index'] {
  return new Map(
    Object.entries(files).map(([name, records]) => [
      name,
      new IndexSection({ name, context: '', key, sitemaps: [] }, linesOf(records)),
    ]),
  );
}

/** The files of a section of a release. */
const filesIn = ({ index }: EarlierRelease, section: string) => [
  ...(index.get(section)?.files.values() ?? []),
];

/** Makes the index of a release that follows another one. */
async function follow(
  earlier: EarlierRelease,
  { folder, subjects, questions }: Written,
  key: string,
): Promise<FileRecord[]> {
  const before = new Map(filesIn(earlier, 'questions').map((record) => [record.path, record.key]));
  const present = new Set(questions.map(({ path }) => path));
  const pathsOf = (files: readonly FileRecord[]) => files.map(({ path }) => path);
  const plan = {
    key,
    added: pathsOf(questions.filter(({ path }) => !before.has(path))),
    changed: pathsOf(questions.filter((file) => before.has(file.path) && before.get(file.path) !== file.key)),
    dropped: [...before.keys()].filter((path) => !present.has(path)),
  };
  const updated = await keepOrUpdateIndex({ folder, plan, earlier, subjects });
  return updated ?? makeWholeIndex({ folder, key, subjects, questions });
}

/** The bytes of each file by its path. */
async function contentsOf(folder: string, files: readonly FileRecord[]): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const { path } of files) contents[path] = await readFile(join(folder, path), 'base64');
  return contents;
}

/** The index of a library that is built from all its questions. */
async function wholeOf(library: Library): Promise<Record<string, string>> {
  const earlier = await finish(library, 'key');
  return contentsOf(earlier.folder, filesIn(earlier, searchSection));
}

const tort: Library = {
  'law/1': 'What is a tort?',
  'law/2': 'What is a crime?',
  'physics/3': 'What is force?',
};

/** A file of the index of {@link tort} that every search loads. */
const contentsFile = 'search-index/contents.json';

describe('an index with the same key', () => {
  test('is kept as hard links', async () => {
    const earlier = await finish(tort, 'key');
    const next = await write(tort);
    const files = await follow(earlier, next, 'key');
    expect(files).toEqual(filesIn(earlier, searchSection));
    for (const { path } of files) {
      expect(statSync(join(next.folder, path)).ino).toBe(statSync(join(earlier.folder, path)).ino);
    }
  });

  test.each([
    ['is missing', (path: string) => rm(path)],
    ['was cut short', (path: string) => truncate(path, 1)],
    ['has grown', (path: string) => appendFile(path, ' ')],
  ])('is made again if a file of it %s', async (_, damage) => {
    const earlier = await finish(tort, 'key');
    for (const { path } of filesIn(earlier, searchSection)) await damage(join(earlier.folder, path));
    const next = await write(tort);
    expect(await contentsOf(next.folder, await follow(earlier, next, 'key'))).toEqual(await wholeOf(tort));
  });
});

describe('an index with another key', () => {
  const libraries = fc.dictionary(
    fc.constantFrom('law/1', 'law/2', 'physics/1', 'physics/3', 'art/4'),
    fc.constantFrom('What is a tort?', 'What is force?', 'What is art?'),
    { minKeys: 1, noNullPrototype: true },
  );

  test('has the bytes of one that is built from all questions', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, libraries, async (before, after) => {
        const earlier = await finish(before, 'old');
        const next = await write(after);
        const files = await follow(earlier, next, 'new');
        expect(await contentsOf(next.folder, files)).toEqual(await wholeOf(after));
        for (const { path, key, size } of files) {
          expect({ key, size }).toEqual({ key: 'new', size: statSync(join(next.folder, path)).size });
        }
      }),
      { numRuns: 12 },
    );
  });

  test.each([
    [
      'the release before has none',
      (earlier: EarlierRelease) => rm(join(earlier.folder, 'search-index'), { recursive: true }),
    ],
    [
      'that of the release before is damaged',
      (earlier: EarlierRelease) => writeFile(join(earlier.folder, contentsFile), '{'),
    ],
  ])('is built from all questions if %s', async (_, damage) => {
    const earlier = await finish(tort, 'old');
    await damage(earlier);
    const after = { ...tort, 'law/2': 'What is a contract?' };
    const next = await write(after);
    expect(await contentsOf(next.folder, await follow(earlier, next, 'new'))).toEqual(await wholeOf(after));
  });
});

test('the index of a release that was not finished is not updated', async () => {
  const { folder } = await finish(tort, 'old');
  // A journal has the files of all sections in each section, and no section of the search index.
  const earlier = { folder, index: indexOf({ 'learn/law': [], 'learn/physics': [] }) };
  const next = await write(tort);
  const { folder: target, subjects, questions } = next;
  const paths = questions.map(({ path }) => path);
  const plan = { key: 'new', added: [], changed: [], dropped: paths };
  expect(await keepOrUpdateIndex({ folder: target, plan, earlier, subjects })).toBeUndefined();
  const files = await makeWholeIndex({ folder: target, key: 'new', subjects, questions });
  expect(await contentsOf(target, files)).toEqual(await wholeOf(tort));
});

test('a reused folder loses its old index, and the release that shares those files keeps them', async () => {
  const earlier = await finish(tort, 'old');
  const files = filesIn(earlier, searchSection);
  const before = await contentsOf(earlier.folder, files);
  const after = { 'law/1': 'What is a contract?' };
  const next = await write(after);
  keepFiles({
    from: earlier.folder,
    to: next.folder,
    files,
  });
  const made = await follow(earlier, next, 'new');
  expect(await contentsOf(next.folder, made)).toEqual(await wholeOf(after));
  expect(await contentsOf(earlier.folder, files)).toEqual(before);
});
