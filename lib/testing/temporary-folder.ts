import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach } from 'vitest';

import { writeFiles } from './write-files';

/** A folder that every test of a file finds new and empty. */
export interface TemporaryFolder {
  /** Its absolute path; another one in each test. */
  readonly path: string;
  /** Writes a file below it, with the folders it needs. */
  put: (path: string, content: string | Uint8Array) => Promise<void>;
}

/** Gives each test of a file a folder of its own. */
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
