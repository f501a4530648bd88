import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { writeLibrary } from './library';

const run = promisify(execFile);

/** Sizes of the libraries that are built, from `BENCH_QUESTIONS` ("1000,50000") or one that takes a minute. */
const sizes = (process.env.BENCH_QUESTIONS ?? '1000').split(',').map(Number);

/** What a release costs: the first, and one after a single edit. Every figure is of whole commands. */
export async function measureReleases(): Promise<string[]> {
  const lines: string[] = [];
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'release-bench-'));
    try {
      const content = join(folder, 'content');
      await writeLibrary(content, size);
      const first = await time(folder);
      const unchanged = await time(folder);
      const [file = ''] = await readdir(join(content, 'subject-a'));
      await editAnswer(join(content, 'subject-a', file));
      const edited = await time(folder);
      lines.push(
        `First release of ${size} questions: ${first.toFixed(0)} s, ${(size / first).toFixed(0)} a second`,
        `The next of ${size}: ${edited.toFixed(1)} s after one edit, ${unchanged.toFixed(1)} s without a change`,
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return lines;
}

/** Adds a word to the beginning of an answer. */
async function editAnswer(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^answer: (['"]?)/m, 'answer: $1Edited. '));
}

/** @returns seconds */
async function time(folder: string): Promise<number> {
  const started = performance.now();
  await run(process.execPath, ['scripts/run.mjs', 'build'], {
    env: {
      ...process.env,
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'out'),
      SOCIAL_IMAGES: '0',
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  return (performance.now() - started) / 1000;
}
