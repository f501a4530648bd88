import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { verifyRelease } from './verify';

const temporary = temporaryFolder();
const catalogue = new Catalogue([entry('law/a')], {});
const pages = ['index', '404', 'search', 'study', 'learn', 'learn/law', 'learn/law/questions/a'];

beforeEach(async () => {
  for (const page of pages) await temporary.put(`${page}.html`, '<html><body>x</body></html>');
});

test('a whole release passes', async () => {
  await temporary.put('icon.svg', '<svg/>');
  const links = new Map([
    ['/', '/learn'],
    ['/learn/law', '/'],
    ['/icon.svg', '/'],
  ]);
  await expect(verifyRelease(temporary.path, catalogue, links)).resolves.toBeUndefined();
});

test('every missing page, page cut short and dead link is named', async () => {
  await rm(join(temporary.path, 'learn.html'));
  await temporary.put('learn/law.html', '<html><body>x</bo');
  await temporary.put('index.html', '');
  const links = new Map([['/gone', '/learn/law/questions/a']]);
  await expect(verifyRelease(temporary.path, catalogue, links)).rejects.toThrow(
    /the page \/ is missing or incomplete\n.*the page \/learn is missing.*\n.*\/learn\/law is missing or incomplete\n.*questions\/a leads to \/gone, which does not exist$/,
  );
});

test('a dead link is no fault where the rest is published, and one that is no address is dead', async () => {
  const links = new Map([
    ['/%E0%A4%A', '/learn'],
    ['/gone', '/learn'],
  ]);
  const reported: string[] = [];
  await verifyRelease(temporary.path, catalogue, links, (message) => reported.push(message));
  expect(reported).toEqual([
    '/learn leads to /%E0%A4%A, which does not exist',
    '/learn leads to /gone, which does not exist',
  ]);
  await expect(verifyRelease(temporary.path, catalogue, links)).rejects.toThrow('/%E0%A4%A');
});
