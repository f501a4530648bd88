import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { AnswerCache } from '@/lib/answer/cache';
import { renderMarkdown } from '@/lib/answer/render';
import { fileHashOf } from '@/lib/catalogue/entry';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { ExaminationCache } from './examination-cache';
import { examine } from './examine';

vi.mock('@/lib/cache/code-version', () => ({ codeVersion: () => Promise.resolve('a1'.repeat(32)) }));

const temporary = temporaryFolder();

/** Milliseconds after which every change of a file shows in its times. */
const tick = 50;

const svg = (width: number, height: number) => `<svg width="${width}" height="${height}"/>`;
const put = (name: string, content: string) => temporary.put(`public/images/${name}`, content);
const pathOf = (name: string) => join(temporary.path, 'public/images', name);

const markdown = 'A cell.\n\n![A cell](/images/cell.svg)\n';
const source = {
  file: 'content/biology/cell.md',
  path: 'biology/cell.md',
  bytes: Buffer.from(
    `---\nid: 7\ndate: 2025-01-10\ntitle: What is a cell?\nsubject: Biology\nseo:\n  page_description: What a cell is.\n---\n\n${markdown}`,
  ),
};

beforeEach(() => {
  vi.spyOn(process, 'cwd').mockReturnValue(temporary.path);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const open = () => ExaminationCache.open(temporary.path, join(temporary.path, 'content'));

/** What a check says of the file, whose own stamp stays as it is, and whether it was examined again. */
async function check(): Promise<{ codes: string[]; hash: string | undefined; isNew: boolean }> {
  // The check looks at files that were there for a while.
  await setTimeout(tick);
  const cache = await open();
  const stored = cache.get(source.path, 'same');
  const examination = stored ?? examine(source);
  cache.set(source.path, 'same', examination);
  cache.save([source.path]);
  const codes = examination.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return { codes, hash: examination.entry?.hash, isNew: stored === undefined };
}

/** What the page shows, from the cache where it holds. */
async function shown(): Promise<string> {
  await setTimeout(tick);
  const cache = await AnswerCache.open(temporary.path);
  const key = '0123456789abcdef';
  const answer = cache.get(key) ?? renderMarkdown(markdown);
  cache.set(key, answer);
  return answer.html;
}

test('an image that was added, changed or removed is seen though the file that shows it stays as it was', async () => {
  expect((await check()).codes).toEqual(['image-missing']);
  expect((await check()).isNew).toBe(false);

  await put('cell.svg', svg(16, 8));
  const added = await check();
  expect(added.codes).toEqual([]);
  expect(added.hash).toBeDefined();
  expect(await check()).toEqual({ ...added, isNew: false });

  await put('cell.svg', svg(32, 8));
  const changed = await check();
  expect(changed.codes).toEqual([]);
  expect(changed.hash).not.toBe(added.hash);
  // The file itself is the same.
  expect(fileHashOf({ hash: changed.hash ?? '' })).toBe(fileHashOf({ hash: added.hash ?? '' }));

  await put('cell.svg', `${svg(16, 8)}\n`);
  expect((await check()).hash).toBe(added.hash);

  await rename(pathOf('cell.svg'), pathOf('other.svg'));
  expect((await check()).codes).toEqual(['image-missing']);
});

test.each([
  ['a folder', () => mkdir(pathOf('cell.svg'), { recursive: true })],
  ['a link', () => put('real.svg', svg(1, 1)).then(() => symlink('real.svg', pathOf('cell.svg')))],
  ['a link to nothing', () => symlink('nothing.svg', pathOf('cell.svg'))],
  ['no image', () => put('cell.svg', 'text')],
  ['empty', () => put('cell.svg', '')],
])('an image that became %s cannot be shown', async (_, change) => {
  await put('cell.svg', svg(16, 8));
  expect((await check()).codes).toEqual([]);
  await rm(pathOf('cell.svg'));
  await change();
  expect((await check()).codes).toEqual(['image-unusable']);
  expect((await check()).isNew).toBe(false);
});

test('an image below a link is not published', async () => {
  await temporary.put('public/pictures/cell.svg', svg(16, 8));
  await symlink('pictures', join(temporary.path, 'public/images'));
  expect((await check()).codes).toEqual(['image-unusable']);
});

test('a page shows an image in the size that it has now', async () => {
  await put('cell.svg', svg(16, 8));
  expect(await shown()).toContain('width="16" height="8"');
  await put('cell.svg', svg(8, 16));
  expect(await shown()).toContain('width="8" height="16"');
  await rm(pathOf('cell.svg'));
  expect(await shown()).not.toContain('width');
});

test.each(['viewBox="0,0,40,20"', 'width="0" height="20"', ''])(
  'an SVG whose size cannot be read is a problem: %s',
  async (attributes) => {
    await put('cell.svg', `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`);
    expect((await check()).codes).toEqual(['image-unusable']);
  },
);

test('an image that changes twice at once is not taken for what it was in between', async () => {
  await put('cell.svg', svg(16, 8));
  const cache = await open();
  cache.set(source.path, 'same', examine(source));
  await writeFile(pathOf('cell.svg'), svg(32, 8));
  expect(cache.get(source.path, 'same')).toBeUndefined();
});

test('an image that is named by a reference is looked at like any other', async () => {
  await put('cell.svg', svg(16, 8));
  expect(renderMarkdown('![A cell][cell]\n\n[cell]: /images/cell.svg').html).toContain(
    'width="16" height="8"',
  );
  const { remarks } = renderMarkdown('![A cell][cell]\n\n[cell]: /images/none.svg');
  expect(remarks.map(({ code }) => code)).toEqual(['image-missing']);
});

test.each(['/images/%00.svg', '/images/%.svg', `/images/${'a'.repeat(300)}.svg`, '/images/cell.svg/x.svg'])(
  'there is no image at %s',
  async (address) => {
    await put('cell.svg', svg(16, 8));
    expect(renderMarkdown(`![A cell](${address})`).remarks.map(({ code }) => code)).toEqual([
      'image-missing',
    ]);
  },
);
