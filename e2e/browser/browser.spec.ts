import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { findBrowsers } from './find';
import { provideBrowser } from './provide';

test.describe.configure({ mode: 'serial' });

const { CHROMIUM_PATH: chosen, PATH: path } = process.env;

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browser-'));
});

test.afterEach(async () => {
  process.env.PATH = path;
  if (chosen === undefined) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = chosen;
  await rm(folder, { recursive: true });
});

/** Writes a program. @returns its path */
async function program(name: string, script: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

/** A program that fails like a browser whose libraries are missing. */
const broken = 'echo "error while loading shared libraries" >&2; exit 127';

test('the browser in CHROMIUM_PATH is the only one that is tried', async () => {
  const first = await program('chromium', broken);
  process.env.CHROMIUM_PATH = first;
  const lines: string[] = [];
  await expect(provideBrowser((line) => lines.push(line))).rejects.toThrow('CHROMIUM_PATH names no Chromium');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`Browser: ${first} does not start: `);
});

test('an installed browser comes first, and one that does not start is passed over', async () => {
  const first = await program('chromium', broken);
  const second = await program('google-chrome', `exec "${String(findBrowsers()[0])}" "$@"`);
  delete process.env.CHROMIUM_PATH;
  process.env.PATH = folder;
  const lines: string[] = [];
  expect(await provideBrowser((line) => lines.push(line))).toBe(second);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(`Browser: ${first} does not start: `);
  expect(lines[1]).toMatch(/^Browser: \S+, Chromium \d+\./);
});
