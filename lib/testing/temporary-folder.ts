import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach } from 'vitest';

import { writeFiles } from './write-files';

/** A folder that is new and empty for every test of a file. */
export interface TemporaryFolder {
  /** Absolute path, different in each test. */
  readonly path: string;
  /** Writes a file below it and creates its folders. */
  put: (path: string, content: string | Uint8Array) => Promise<void>;
}

/** Gives each test of a file its own folder. */
export function temporaryFolder(): TemporaryFolder {
  let path = '';
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'quicktakes-'));
  });
  afterEach(async () => {
    await rm(path, { recursive: true, force: true });
  });
  return {
    get path() {
      return path;
    },
    put: (file, content) => writeFiles(path, [[file, content]]),
  };
}
