import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { readFully } from './read-fully';

const temporary = temporaryFolder();

test.each([
  [0, 3, 'abc'],
  [2, 3, 'cde'],
  [4, 9, 'ef'],
  [6, 1, ''],
  [null, 9, 'abcdef'],
])('from %s, %i bytes: %j', async (position, length, expected) => {
  await temporary.put('a', 'abcdef');
  const file = openSync(join(temporary.path, 'a'), 'r');
  try {
    const bytes = Buffer.alloc(length);
    const count = readFully(file, bytes, position);
    expect(bytes.toString('utf8', 0, count)).toBe(expected);
  } finally {
    closeSync(file);
  }
});
