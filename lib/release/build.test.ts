import { existsSync, readlinkSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import type { CheckedLibrary } from '@/lib/edit/check';
import { filesBelow } from '@/lib/files/files-below';
import { writeNew } from '@/lib/files/write-new';
import { questionMarkdown } from '@/lib/seo/markdown';
import { errorAt, type Problem } from '@/lib/source/problem';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { UserError } from '@/lib/user-error';
import type { Artifact, FileRecord } from './artifacts/artifact';
import type { InputOf, MakerContext } from './artifacts/makers';
import { buildSite, type BuildOptions } from './build';
import type { KeepOrder } from './release-worker';
import type { AssertLocked } from './store/lock';
import { keepFiles, removeDamaged } from './store/keep-files';
import { finishedReleases, indexFileOf } from './store/release-folders';
import { filesOf, parseLines, withoutFiles, type ReleaseIndex } from './store/release-index';

/** What a test decides: the result of the check, and faults during the build. */
const build = vi.hoisted(() => ({
  checked: undefined as CheckedLibrary | undefined,
  assertLocked: (): Promise<void> => Promise.resolve(),
  /** Called after the files of a release were made. */
  afterMaking: (_folder: string): Promise<void> => Promise.resolve(),
  made: [] as string[],
  opened: 0,
  closed: 0,
}));

// The parts of a build have tests of their own. These tests are about their order.
vi.mock('@/lib/edit/check', () => ({ checkLibrary: () => Promise.resolve(build.checked) }));
vi.mock('@/lib/answer/cache', () => ({
  AnswerCache: { open: () => Promise.resolve({ folder: 'answers' }) },
}));
vi.mock('@/lib/catalogue/changed-days', () => ({ currentChangedDays: () => Promise.resolve(new Map()) }));
vi.mock('@/lib/cache/code-version', () => ({ codeVersion: () => Promise.resolve('code') }));
// The cache of pictures belongs to the project, not to the test.
vi.mock('@/lib/social-image/pictures', () => ({ prunePictures: () => Promise.resolve() }));
vi.mock('./surroundings', async () => {
  const { surroundings } = await import('./plan/fixtures');
  return { readSurroundings: () => Promise.resolve(surroundings) };
});
vi.mock('./store/lock', () => ({
  withBuildLock: (work: (assertLocked: AssertLocked) => Promise<void>) => work(() => build.assertLocked()),
}));
vi.mock('./release-threads', () => ({
  ReleaseThreads: class {
    constructor() {
      build.opened += 1;
    }

    prepare(): Promise<void> {
      return Promise.resolve();
    }

    removeDamaged(folder: string, index: ReleaseIndex): Promise<ReleaseIndex> {
      const lost = removeDamaged(folder, [...filesOf(index.values())]);
      return Promise.resolve(withoutFiles(index, new Set(lost)));
    }

    keep(orders: Iterable<KeepOrder>, folder: string): Promise<Set<string>> {
      const lost = [...orders].flatMap((order) =>
        keepFiles({ ...order, to: folder, files: parseLines(order.lines) }),
      );
      return Promise.resolve(new Set(lost));
    }

    async make(
      artifacts: readonly Artifact[],
      { release }: MakerContext,
      onMade: (files: readonly FileRecord[]) => void,
    ) {
      const files = artifacts.map((artifact) => {
        const { path, key, kind } = artifact;
        const content = kind === 'markdown' ? markdownOf(artifact.input()) : `content of ${path}`;
        writeNew(join(release, path), content);
        return { path, key, size: Buffer.byteLength(content) };
      });
      onMade(files);
      build.made.push(...files.map(({ path }) => path));
      await build.afterMaking(release);
      return new Map<string, string>();
    }

    close(): Promise<void> {
      build.closed += 1;
      return Promise.resolve();
    }
  },
}));

const question = entry('law/a', { title: 'What is a tort?', hash: 'first' });

/** @param input that of a Markdown artifact */
function markdownOf(input: unknown): string {
  // The type is lost, because artifacts of all kinds are in one list.
  const { entry: own, subject, addresses } = input as InputOf<'markdown'>;
  return questionMarkdown(own, subject, `A wrong: ${own.hash}.`, addresses);
}

const broken: Problem = {
  file: 'law/broken.md',
  ...errorAt({ line: 2, column: 5 }, 'invalid-value', 'Expected a number.'),
};

function checkedLibrary(rest: Partial<CheckedLibrary> = {}): CheckedLibrary {
  const catalogue = new Catalogue([question], {});
  return { catalogue, redirects: new Map(), problems: [], count: 1, readCount: 1, ...rest };
}

const temporary = temporaryFolder();
const out = () => join(temporary.path, 'out');

beforeEach(() => {
  vi.stubEnv('OUT_DIR', out());
  vi.stubEnv('SOCIAL_IMAGES', '0');
  Object.assign(build, {
    checked: checkedLibrary(),
    assertLocked: () => Promise.resolve(),
    afterMaking: () => Promise.resolve(),
    made: [],
    opened: 0,
    closed: 0,
  });
});

afterEach(() => {
  expect(build.closed).toBe(build.opened);
  vi.unstubAllEnvs();
});

/** @returns the lines of progress */
async function run(options: Partial<BuildOptions> = {}): Promise<string[]> {
  const lines: string[] = [];
  build.made = [];
  await buildSite({ report: (line) => lines.push(line), ...options });
  return lines;
}

const releases = () => readdir(`${out()}.releases`);
const published = () => readlinkSync(out());

describe('a build', () => {
  test('publishes a finished release, and the second one keeps what did not change', async () => {
    const lines = await run();
    expect(lines.at(-1)).toMatch(new RegExp(`^Built ${out()} in \\d+\\.\\d s\\.$`));
    expect(await readFile(join(out(), 'learn/law/questions/a.html'), 'utf8')).toContain('content of');
    expect(build.made).toContain('index.html');
    const first = published();
    expect((await releases()).map((name) => name.replace(/^\d+/, ''))).toEqual(['', '.index']);

    await run();
    expect(published()).not.toBe(first);
    expect(build.made).toEqual([]);
    expect(await readFile(join(out(), 'learn/law/questions/a.html'), 'utf8')).toContain('content of');
  });

  test('publishes only files of its release, whatever the folders of older releases contain', async () => {
    await mkdir(out());
    await writeFile(join(out(), 'stray.html'), 'made by other means');
    for (let count = 0; count < 3; count += 1) await run();
    const [, second = ''] = (await finishedReleases(out())).filter((folder) => !folder.endsWith('-found'));
    // Like a release that an earlier version of this code made.
    await writeFile(join(second, 'other.html'), '');
    await writeFile(indexFileOf(second), 'release-index 5\nother.html\tab\t0\nend\n');
    const expected = filesBelow(await realpath(out()));
    for (let count = 0; count < 6; count += 1) {
      await run();
      expect(filesBelow(await realpath(out())).sort()).toEqual([...expected].sort());
    }
    expect((await releases()).filter((name) => name.endsWith('.index'))).toHaveLength(4);
  });

  test('after a change of one subject makes only files of that subject and of the site', async () => {
    const art = Array.from({ length: 7 }, (_, index) => entry(`art/${index}`, { id: 10 + index }));
    const libraryWith = (hash: string) =>
      checkedLibrary({ catalogue: new Catalogue([entry('law/a', { hash }), ...art], {}) });
    build.checked = libraryWith('first');
    // The last builds reuse the folders of the first ones.
    for (let count = 0; count < 5; count += 1) await run();
    build.checked = libraryWith('second');
    await run();
    expect(build.made).toContain('learn/law/questions/a.html');
    expect(build.made.filter((path) => path.startsWith('learn/art'))).toEqual([]);
    expect(existsSync(join(out(), 'learn/art/questions/3.html'))).toBe(true);

    build.checked = checkedLibrary({ catalogue: new Catalogue(art, {}) });
    await run();
    expect(filesBelow(await realpath(out())).filter((path) => path.includes('law'))).toEqual([]);
  });

  test('keeps the three releases before the one that it makes', async () => {
    for (let count = 0; count < 5; count += 1) await run();
    const finished = (await releases()).filter((name) => name.endsWith('.index'));
    expect(finished).toHaveLength(4);
    expect(published()).toBe(`out.releases/${finished.at(-1)?.replace('.index', '') ?? ''}`);
  });

  test('of a shard publishes nothing, and a build with all shards keeps their files', async () => {
    const shards = join(temporary.path, 'out.shards');
    for (const number of [1, 2]) await run({ shard: { number, count: 2 } });
    expect(existsSync(out())).toBe(false);
    await run({ shardsFolder: shards });
    expect(build.made).toEqual([]);
    expect(existsSync(join(out(), 'learn/law/questions/a.html'))).toBe(true);
  });
});

describe('a build with errors in some files', () => {
  beforeEach(() => {
    build.checked = checkedLibrary({ problems: [broken] });
  });

  test('publishes nothing', async () => {
    await expect(run()).rejects.toThrow(
      'Found 1 error in 1 file. Fix them and build again; nothing was published.',
    );
    expect(await readdir(temporary.path)).toEqual([]);
  });

  test('publishes the valid files if it shall skip the others, and reports the errors', async () => {
    const lines = await run({ skipBroken: true });
    expect(lines[0]).toBe('law/broken.md:2:5  error  Expected a number.  [invalid-value]');
    expect(existsSync(join(out(), 'learn/law/questions/a.html'))).toBe(true);
  });

  test('publishes nothing if no file is valid, even if it shall skip the others', async () => {
    build.checked = checkedLibrary({ catalogue: new Catalogue([], {}), problems: [broken] });
    const failing = run({ skipBroken: true });
    await expect(failing).rejects.toThrow(UserError);
    await expect(failing).rejects.toThrow('No question could be read.');
    expect(await readdir(temporary.path)).toEqual([]);
  });
});

describe('a build that fails leaves the published release as it is', () => {
  const page = 'learn/law/questions/a.html';

  /** Publishes a release, and then builds an edited question with a fault. */
  async function buildWith(fault: Partial<typeof build>): Promise<void> {
    await run();
    const [before, files] = [published(), await releases()];
    const catalogue = new Catalogue([entry('law/a', { title: 'What is a tort?', hash: 'second' })], {});
    Object.assign(build, { checked: checkedLibrary({ catalogue }), made: [], ...fault });
    try {
      await run();
    } finally {
      expect(published()).toBe(before);
      expect(await releases()).toEqual(expect.arrayContaining(files));
    }
  }

  test('if files have errors, and makes nothing', async () => {
    await expect(buildWith({ checked: checkedLibrary({ problems: [broken] }) })).rejects.toThrow('1 error');
    expect(build.made).toEqual([]);
    expect(await releases()).toHaveLength(2);
  });

  test('if a file is damaged before the end, and the next build makes that file alone', async () => {
    const afterMaking = (folder: string) => truncate(join(folder, page), 1);
    await expect(buildWith({ afterMaking })).rejects.toThrow(
      `${page} is missing on disk, or has another size`,
    );
    const left = await releases();
    expect(left.filter((name) => name.endsWith('.journal'))).toHaveLength(1);

    build.afterMaking = () => Promise.resolve();
    await run();
    expect(build.made).toEqual([page]);
    expect(await readFile(join(out(), page), 'utf8')).toBe(`content of ${page}`);
    expect((await releases()).filter((name) => name.endsWith('.journal'))).toEqual([]);
  });

  test('if it cannot make a file', async () => {
    const afterMaking = () => Promise.reject(new UserError('a.html could not be made: no memory'));
    await expect(buildWith({ afterMaking })).rejects.toThrow('could not be made');
  });

  test.each([1, 2])(
    'if it stops in the middle (%i), and the next build publishes what a build from nothing does',
    async (stop) => {
      const entries = ['law/a', 'law/b', 'art/a', 'art/b', 'physics/a'].map((path, index) =>
        entry(path, { id: index + 1, title: `About ${path}?` }),
      );
      build.checked = checkedLibrary({ catalogue: new Catalogue(entries, {}) });
      let calls = 0;
      // The first call makes the pages, while the search index is made. The second one makes compressed files.
      build.afterMaking = () => {
        calls += 1;
        return calls === stop ? Promise.reject(new UserError('stopped')) : Promise.resolve();
      };
      await expect(run({ compress: true })).rejects.toThrow('stopped');
      expect(existsSync(out())).toBe(false);
      expect((await releases()).filter((name) => name.endsWith('.journal'))).toHaveLength(1);

      build.afterMaking = () => Promise.resolve();
      const changed = [...entries.slice(1), entry('law/c', { id: 9, title: 'About law/c?' })];
      build.checked = checkedLibrary({ catalogue: new Catalogue(changed, {}) });
      const contents = async () => {
        const folder = await realpath(process.env.OUT_DIR ?? '');
        const paths = filesBelow(folder).sort();
        return Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'base64')]));
      };
      await run({ compress: true });
      expect(build.made).toContain('learn/law/questions/c.html');
      expect(build.made).not.toContain('learn/physics/questions/a.md');
      const found = await contents();
      vi.stubEnv('OUT_DIR', join(temporary.path, 'from-nothing'));
      await run({ compress: true });
      expect(found).toEqual(await contents());
    },
  );

  test('if its lock is lost', async () => {
    const assertLocked = () => Promise.reject(new UserError('The lock file was removed.'));
    await expect(buildWith({ assertLocked })).rejects.toThrow('The lock file was removed.');
  });

  test.each([
    ['SOCIAL_IMAGES', 'many'],
    ['SITE_URL', 'https://library.example/path'],
  ])('if %s is invalid', async (name, value) => {
    await run();
    const before = published();
    vi.stubEnv(name, value);
    await expect(run()).rejects.toThrow(UserError);
    expect(published()).toBe(before);
  });
});
