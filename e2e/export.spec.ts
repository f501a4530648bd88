import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import { filesBelow } from '@/lib/files/files-below';
import { unlessMissing } from '@/lib/system-error';
import { generatedFiles, generatedFolders } from '@/lib/files/public-files';
import { compareSites } from '@/lib/testing/compare-sites';
import { questionFile } from '@/lib/testing/question-file';
import { librarySite } from './sites';

const run = promisify(execFile);

// One test after the other, because Next.js builds in this checkout.
test.describe.configure({ mode: 'default' });

test.afterAll(async () => {
  for (const path of [...generatedFolders, ...generatedFiles, 'indexnow-key.txt']) {
    await rm(join('public', path), { recursive: true, force: true });
  }
});

test('next build makes the same pages as a release', async () => {
  await rm('export', { recursive: true, force: true });
  await run('npx', ['--no-install', 'next', 'build'], { env: { ...process.env, SITE_URL: librarySite } });
  const { pages, differences } = await compareSites('test-results/library', 'export');
  expect(differences).toEqual([]);
  expect(pages).toBeGreaterThan(80);
});

test('npm run export makes the complete site of a library without topics and archive', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  try {
    await mkdir(join(folder, 'content/physics'), { recursive: true });
    await writeFile(join(folder, 'content/physics/question-1.md'), questionFile(1));
    await mkdir('public/learn/physics/questions', { recursive: true });
    await writeFile('public/learn/physics/questions/old.md', 'A file of an earlier export.');
    const env = {
      ...process.env,
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'out'),
      SITE_URL: 'https://site.example',
      INDEXNOW_KEY: 'indexnow-key',
    };
    await run(process.execPath, ['scripts/run.mjs', 'export'], { env });
    await run(process.execPath, ['scripts/run.mjs', 'build'], { env });

    const out = join(folder, 'out');
    expect((await compareSites(`${out}/`, 'export')).differences).toEqual([]);
    // Files that only a release contains. Next.js has other files for scripts and assets.
    const ofReleases = /^(?:_headers|assets\/|scripts\/)|\.html$/;
    const files = filesBelow(`${out}/`).filter((file) => !ofReleases.test(file));
    expect(files).toContain('indexnow-key.txt');
    for (const file of files) {
      const [released, exported] = await Promise.all(
        [out, 'export'].map((start) => unlessMissing(readFile(join(start, file)))),
      );
      expect(exported?.equals(released ?? Buffer.alloc(0)), file).toBe(true);
    }
    expect(existsSync('export/learn/physics/questions/old.md')).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('next build fails for a file with errors, and prints them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  try {
    await mkdir(join(folder, 'physics'));
    await writeFile(join(folder, 'physics/question-1.md'), questionFile(1, { date: 'someday' }));
    const build = run('npx', ['--no-install', 'next', 'build'], {
      env: { ...process.env, CONTENT_DIR: folder },
    });
    await expect(build).rejects.toThrow(/question-1\.md:\d+:\d+/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
