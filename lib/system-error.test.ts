import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from './testing/temporary-folder';
import { isSystemError, unlessMissing } from './system-error';

const temporary = temporaryFolder();

test('a missing file or folder is nothing', async () => {
  expect(await unlessMissing(readFile(join(temporary.path, 'none')))).toBeUndefined();
  expect(await unlessMissing(readdir(join(temporary.path, 'none/none')))).toBeUndefined();
});

test('what is there is the result, and what cannot be read an error', async () => {
  await temporary.put('file', 'text');
  expect(await unlessMissing(readFile(join(temporary.path, 'file'), 'utf8'))).toBe('text');
  await expect(unlessMissing(readFile(temporary.path))).rejects.toThrow('EISDIR');
  await expect(unlessMissing(readdir(join(temporary.path, 'file')))).rejects.toThrow('ENOTDIR');
  await expect(unlessMissing(Promise.reject(new Error('ENOENT')))).rejects.toThrow('ENOENT');
});

test('an error is of the system by its code alone', () => {
  const error = Object.assign(new Error('x'), { code: 'EACCES' });
  expect(isSystemError(error, 'ENOENT', 'EACCES')).toBe(true);
  expect(isSystemError(error, 'ENOENT')).toBe(false);
  expect(isSystemError({ code: 'EACCES' }, 'EACCES')).toBe(false);
});
