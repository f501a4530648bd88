import { spawn, type ChildProcess } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { freePort } from '@/lib/testing/free-port';
import { questionFile } from '@/lib/testing/question-file';
import { waitForServer } from '@/lib/testing/wait-for-server';
import { writeFiles } from '@/lib/testing/write-files';
import { killAll, TemporaryLibrary } from './temporary-library';

test.describe.configure({ mode: 'serial' });

let library: TemporaryLibrary;
let server: ChildProcess | undefined;
let site: string;

test.beforeAll(async () => {
  library = await TemporaryLibrary.empty();
  await writeFiles(library.folder, [
    ['content/physics/a.md', questionFile(1)],
    ['content/physics/b.md', questionFile(2, { date: '2025-01-11' })],
  ]);
  const port = await freePort();
  site = `http://localhost:${port}`;
  server = spawn('node', ['scripts/run.mjs', 'dev', '--port', String(port)], {
    env: { ...process.env, CONTENT_DIR: join(library.folder, 'content') },
    stdio: 'ignore',
    detached: true,
  });
  await waitForServer(site);
});

test.afterAll(async () => {
  if (server) await killAll(server);
  await library.remove();
});

test('an open page shows changes of its file and of files that it refers to', async ({ page }) => {
  const write = (path: string, text: string) => writeFile(join(library.folder, 'content', path), text);
  await page.goto(`${site}/learn/physics/questions/a`);
  await expect(page.locator('main')).toContainText('The rest of answer 1.');
  // When this link is visible, both files are watched.
  await expect(page.getByRole('link', { name: 'Question 2?' }).first()).toBeVisible();
  await page.waitForLoadState('load');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));

  await write('physics/a.md', questionFile(1, { answer: 'A sentence that was added.' }));
  await expect(page.locator('main')).toContainText('A sentence that was added.');

  await write('physics/b.md', questionFile(2, { date: '2025-01-11', title: 'What was renamed?' }));
  await expect(page.getByRole('link', { name: 'What was renamed?' }).first()).toBeVisible();

  await write('physics/a.md', questionFile(1, { title: '[]' }));
  await expect(page.getByRole('complementary', { name: 'Problems of this file' })).toContainText('error');

  await write('physics/a.md', questionFile(1, { answer: 'It is fixed.' }));
  await expect(page.locator('main')).toContainText('It is fixed.');

  // Problems across files appear without another request.
  await write('physics/a.md', questionFile(1, { answer: '[Gone](/learn/physics/questions/gone)' }));
  await expect(page.getByRole('complementary', { name: 'Problems of this file' })).toContainText(
    'link-broken',
  );

  await rm(join(library.folder, 'content/physics/b.md'));
  await write('physics/a.md', questionFile(1));
  await expect(page.getByRole('link', { name: 'What was renamed?' })).toHaveCount(0);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test('feeds and sitemaps of the preview contain the library', async ({ request }) => {
  for (const [path, expected] of [
    ['/atom.xml', '/learn/physics/questions/a'],
    ['/sitemap.xml', '/sitemaps/'],
    ['/llms.txt', '/learn/physics'],
  ] as const) {
    expect(await (await request.get(site + path)).text(), path).toContain(expected);
  }
});
