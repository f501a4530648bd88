import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { writeLibrary } from '../library';
import type { Peer } from './peer';

/** What a fresh clone has not made yet. */
const made = ['.cache/answers', '.cache/check', '.cache/styles.json'];

/** This project, in the form of the others. Its documents are those of the source library. */
export const ours: Peer = {
  name: 'QuickTakes',
  command: [process.execPath, resolve('scripts/run.mjs'), 'build'],
  output: 'out',
  content: 'content',
  kept: 3,
  async prepare(folder, count) {
    for (const path of made) await rm(path, { recursive: true, force: true });
    await writeLibrary(join(folder, 'content'), count);
  },
};
