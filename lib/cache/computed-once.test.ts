import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { computedOnce } from './computed-once';

const temporary = temporaryFolder();

/** A computation that returns other data at each call. */
function computation() {
  let calls = 0;
  return vi.fn(() => Promise.resolve({ call: (calls += 1), 'names of rules': ['a', 'ä"\n'] }));
}

const first = { call: 1, 'names of rules': ['a', 'ä"\n'] };

describe('with compiled commands', () => {
  beforeEach(() => {
    vi.stubEnv('COMMANDS_FOLDER', temporary.path);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('data is computed at the first call, stored beside the commands, and read by later calls', async () => {
    const compute = computation();
    expect(await computedOnce('styles', compute)).toEqual(first);
    expect(await computedOnce('styles', compute)).toEqual(first);
    expect(compute).toHaveBeenCalledTimes(1);
    expect(await readdir(temporary.path)).toEqual(['styles.json']);
  });

  test('data of another name is computed separately', async () => {
    const compute = computation();
    await computedOnce('styles', compute);
    expect(await computedOnce('scripts', compute)).toMatchObject({ call: 2 });
  });

  test('commands that were compiled again have their own data', async () => {
    const compute = computation();
    await computedOnce('styles', compute);
    vi.stubEnv('COMMANDS_FOLDER', join(temporary.path, 'next'));
    expect(await computedOnce('styles', compute)).toMatchObject({ call: 2 });
  });

  test.each(['', '{"call":', '\0'])('data is computed again if its file contains %j', async (damaged) => {
    await temporary.put('styles.json', damaged);
    expect(await computedOnce('styles', computation())).toEqual(first);
    expect(JSON.parse(await readFile(join(temporary.path, 'styles.json'), 'utf8'))).toEqual(first);
  });

  test('a computation that fails stores nothing, and the next call computes', async () => {
    const fail = () => Promise.reject(new Error('no compiler'));
    await expect(computedOnce('styles', fail)).rejects.toThrow('no compiler');
    expect(await computedOnce('styles', computation())).toEqual(first);
  });

  test('a path that cannot be read is an error, not a reason to compute', async () => {
    await temporary.put('styles.json/file', '');
    const compute = computation();
    await expect(computedOnce('styles', compute)).rejects.toThrow('EISDIR');
    expect(compute).not.toHaveBeenCalled();
  });
});

test('without compiled commands, data is computed at each call', async () => {
  const compute = computation();
  await computedOnce('styles', compute);
  expect(await computedOnce('styles', compute)).toMatchObject({ call: 2 });
});
