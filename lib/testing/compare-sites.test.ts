import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { compareSites } from './compare-sites';
import { temporaryFolder } from './temporary-folder';

const temporary = temporaryFolder();

async function site(name: string, pages: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(temporary.path, name);
  await mkdir(join(folder, 'learn'), { recursive: true });
  for (const [path, text] of Object.entries(pages)) {
    await writeFile(join(folder, path), `<html><head><title>${text}</title></head><body></body></html>`);
  }
  return folder;
}

test('two folders with equal pages have no difference', async () => {
  const pages = { 'index.html': 'Home', 'learn/law.html': 'Law' };
  const one = await site('one', pages);
  const other = await site('other', { ...pages, '_not-found.html': 'Nothing', 'index.txt': 'For a router' });
  expect(await compareSites(one, other)).toEqual({ pages: 2, differences: [] });
});

test('a page that one of them lacks is a difference, and so is what a page says', async () => {
  const one = await site('one', { 'index.html': 'Home', 'learn/law.html': 'Law' });
  const other = await site('other', { 'index.html': 'House', 'learn/art.html': 'Art' });
  const { pages, differences } = await compareSites(one, other);
  expect(pages).toBe(1);
  expect(differences).toEqual([
    `learn/law.html: not in ${other}`,
    `learn/art.html: not in ${one}`,
    'index.html: head > title > text: "Home" in the first, "House" in the second document',
  ]);
});
