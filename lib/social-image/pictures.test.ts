import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test, vi } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import type { Picture } from './picture';
import { Pictures, prunePictures } from './pictures';

const picture: Picture = { label: 'Law', title: 'What is a tort?', lead: '', accent: 'olive' };
const parts = vi.hoisted(() => ({ code: '', fonts: '' }));
vi.mock('@/lib/cache/code-version', () => ({ codeVersion: () => Promise.resolve(parts.code) }));
vi.mock('./font-files', async (original) => ({
  ...(await original<object>()),
  fontsVersion: () => Promise.resolve(parts.fonts),
}));

const temporary = temporaryFolder();

beforeEach(() => {
  parts.code = 'code 1';
  parts.fonts = 'fonts 1';
});

const open = () => Pictures.open(temporary.path);

async function storedFiles(): Promise<string[]> {
  const folder = join(temporary.path, '.cache/social-images');
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.png')).map((name) => join(folder, name));
}

test('a picture is made once', async () => {
  const first = await (await open()).png(picture);
  const [file = ''] = await storedFiles();
  const { mtimeMs } = await stat(file);
  expect(Buffer.from(await (await open()).png(picture)).equals(first)).toBe(true);
  expect(await storedFiles()).toEqual([file]);
  expect((await stat(file)).mtimeMs).toBeGreaterThanOrEqual(mtimeMs);
});

test('a file that was cut short is made again', async () => {
  const first = await (await open()).png(picture);
  const [file = ''] = await storedFiles();
  await writeFile(file, first.subarray(0, 500));
  expect(Buffer.from(await (await open()).png(picture)).equals(first)).toBe(true);
  expect((await readFile(file)).equals(first)).toBe(true);
});

test('the key changes with what the picture says, with the code that draws it and with its fonts', async () => {
  const pictures = await open();
  const key = pictures.keyOf(picture);
  expect((await open()).keyOf({ ...picture })).toBe(key);
  expect(pictures.keyOf({ ...picture, accent: 'teal' })).not.toBe(key);
  parts.code = 'code 2';
  expect((await open()).keyOf(picture)).not.toBe(key);
  parts.code = 'code 1';
  parts.fonts = 'fonts 2';
  expect((await open()).keyOf(picture)).not.toBe(key);
});

test('of too many pictures, those used last are kept', async () => {
  const pictures = await open();
  const titles = ['One', 'Two', 'Three'];
  for (const title of titles) await pictures.png({ ...picture, title });
  const past = new Date(2020, 0);
  for (const file of await storedFiles()) await utimes(file, past, past);
  await pictures.png({ ...picture, title: 'Two' });
  await prunePictures(1, temporary.path);
  const [file = '', ...others] = await storedFiles();
  expect(others).toEqual([]);
  expect((await readFile(file)).equals(await pictures.png({ ...picture, title: 'Two' }))).toBe(true);
});
