import { chmod } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

import { findProgram, isInstalled } from './installed';
import { temporaryFolder } from './temporary-folder';

const temporary = temporaryFolder();

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a program is the first of its name in PATH that may be run', async () => {
  for (const folder of ['a', 'b', 'c']) await temporary.put(`${folder}/program`, '#!/bin/sh\n');
  for (const folder of ['b', 'c']) await chmod(join(temporary.path, folder, 'program'), 0o755);
  const path = ['none', 'a', 'b', 'c'].map((folder) => join(temporary.path, folder)).join(delimiter);
  vi.stubEnv('PATH', path);
  expect(findProgram('program')).toBe(join(temporary.path, 'b/program'));
  expect(isInstalled('another')).toBe(false);
  vi.stubEnv('PATH', undefined);
  expect(isInstalled('program')).toBe(false);
});

test('a program is found by its path, too', async () => {
  expect(findProgram(process.execPath)).toBe(process.execPath);
  expect(isInstalled(join(temporary.path, 'none'))).toBe(false);
  await temporary.put('text', '');
  expect(isInstalled(join(temporary.path, 'text'))).toBe(false);
});
