import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { beforeAll, describe, expect, test, vi } from 'vitest';

import type { Styles } from '@/lib/styles/styles';
import { filesBelow } from '@/lib/files/files-below';
import { artifactKinds } from './artifacts/makers';
import { readSurroundings } from './surroundings';

const compiled = vi.hoisted((): Styles => ({
  documents: [{ text: 'documents' }],
  question: [{ text: 'question' }],
  search: 'search',
  study: 'study',
  assets: [{ path: 'assets/font-1.woff2', file: '/font.woff2', hash: 'font' }],
}));

// Compilers take seconds, and have tests of their own.
vi.mock('@/lib/cache/computed-once', () => ({ computedOnce: () => Promise.resolve(compiled) }));
vi.mock('@/lib/cache/code-version', () => ({
  codeVersion: (...modules: string[]) => Promise.resolve(`version of ${modules.join(' ')}`),
}));

let read: Awaited<ReturnType<typeof readSurroundings>>;
beforeAll(async () => {
  read = await readSurroundings();
});

/** The module whose version a text names. */
const moduleIn = (text: string) => /version of (\S+\.tsx?)/.exec(text)?.[1] ?? '';

describe('versions of code', () => {
  test('are those of the modules that make each kind of artifact and the search index, and that plan', () => {
    expect(Object.keys(read.code).sort()).toEqual([...artifactKinds, 'search', 'plan'].sort());
    for (const kind of artifactKinds) {
      const module = moduleIn(read.code[kind]);
      expect(module).toMatch(new RegExp(`^lib/release/artifacts/${kind}\\.tsx?$`));
      expect(existsSync(module), module).toBe(true);
    }
    for (const version of [read.code.search, read.code.plan])
      expect(existsSync(moduleIn(version)), version).toBe(true);
  });

  test('of pictures and of the font of formulas include the font files that they are made from', () => {
    expect(read.code.picture).toMatch(/^version of \S+\.ts[0-9a-f]{64}$/);
    expect(read.code.font).toMatch(/^version of \S+\.ts[0-9a-f]{32}$/);
  });
});

test('styles are those that were compiled', () => {
  expect(read.styles).toEqual(compiled);
});

describe('scripts', () => {
  test('are modules of the project, each at its own path', () => {
    for (const { module, version } of read.scripts) {
      expect(existsSync(module), module).toBe(true);
      expect(version).toBe(`version of ${module}`);
    }
    expect(new Set(read.scripts.map(({ path }) => path)).size).toBe(read.scripts.length);
  });

  test('include every script that a component names', async () => {
    const components = filesBelow('components').filter((path) => /(?<!\.test)\.tsx$/.test(path));
    const texts = await Promise.all(components.map((path) => readFile(join('components', path), 'utf8')));
    const named = texts.flatMap((text) =>
      [...text.matchAll(/src=(?:"\/(scripts\/\S+)"|\{`\/(scripts\/apps\/)\$\{name\}\.js`\})/g)].flatMap(
        ([, path, folder]) => path ?? [`${folder ?? ''}search.js`, `${folder ?? ''}study.js`],
      ),
    );
    expect(named.length).toBeGreaterThanOrEqual(4);
    expect(read.scripts.map(({ path }) => path)).toEqual(expect.arrayContaining(named));
  });

  test('include every module that another script imports on demand', async () => {
    const folder = 'public/scripts';
    const modules = filesBelow(folder).filter((path) => path.endsWith('.js'));
    const imported: string[] = [];
    for (const path of modules) {
      const file = join(folder, path);
      // Lines that begin with a star or a slash are comments, which name types in the same way.
      for (const [, name = ''] of (await readFile(file, 'utf8')).matchAll(
        /^(?!\s*[*/]).*\bimport\('(\.[^']+)'\)/gm,
      ))
        imported.push(join(dirname(file), name));
    }
    expect(imported.length).toBeGreaterThanOrEqual(4);
    expect(read.scripts.map(({ module }) => module)).toEqual(expect.arrayContaining(imported));
  });
});

test('files of public/ are published with the hash of their bytes, except the modules of scripts', async () => {
  const paths = read.files.map(({ path }) => path);
  expect(paths).toContain('study-worker.js');
  expect(paths.filter((path) => path.startsWith('scripts/'))).toEqual([]);
  for (const { path, file, hash } of read.files) {
    expect(file).toBe(resolve('public', path));
    expect(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ).toMatch(new RegExp(`^${hash}`));
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
  }
});
