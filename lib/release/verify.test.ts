import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { verifyRelease } from './verify';

let folder: string;
const catalogue = new Catalogue([entry('law/a')], {});
const pages = ['index', '404', 'search', 'study', 'learn', 'learn/law', 'learn/law/questions/a'];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  for (const page of pages) await put(`${page}.html`, '<html><body>x</body></html>');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

test('a whole release passes', async () => {
  await put('icon.svg', '<svg/>');
  const links = new Map([
    ['/', '/learn'],
    ['/learn/law', '/'],
    ['/icon.svg', '/'],
  ]);
  await expect(verifyRelease(folder, catalogue, links)).resolves.toBeUndefined();
});

test('every missing page, page cut short and dead link is named', async () => {
  await rm(join(folder, 'learn.html'));
  await put('learn/law.html', '<html><body>x</bo');
  await put('index.html', '');
  const links = new Map([['/gone', '/learn/law/questions/a']]);
  await expect(verifyRelease(folder, catalogue, links)).rejects.toThrow(
    /the page \/ is missing or incomplete\n.*the page \/learn is missing.*\n.*\/learn\/law is missing or incomplete\n.*questions\/a leads to \/gone, which does not exist$/,
  );
});
