import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import { indexFileOf } from '@/lib/release/store/release-folders';
import { filesOf, readIndex } from '@/lib/release/store/release-index';
import { killAll, TemporaryLibrary } from './temporary-library';

const run = promisify(execFile);

/** Number of builds that are killed, set by `FAULT_RUNS`. */
const kills = Number(process.env.FAULT_RUNS ?? 3);

let library: TemporaryLibrary;

test.describe.configure({ mode: 'serial' });

// Each test continues with the release of the previous one.
test.beforeAll(async () => {
  library = await TemporaryLibrary.create();
  await library.build('out');
});

test.afterAll(() => library.remove());

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
  if (status === 0) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return status === 0;
}

async function edit(text: string): Promise<void> {
  const [file = ''] = await library.files('law');
  await writeFile(file, `${await readFile(file, 'utf8')}\n${text}\n`);
}

/** The paths of all files in the index of the published release. */
async function publishedPaths(): Promise<string[]> {
  const index = readIndex(indexFileOf(await realpath(join(library.folder, 'out'))));
  return [...filesOf(index.values())].map(({ path }) => path).sort();
}

/** Compares a published folder with the result of a build from an empty folder. */
async function expectCleanBuild(out = 'out'): Promise<void> {
  await library.removeBuilt('clean');
  await library.build('clean');
  expect(await library.contentsOf(out)).toEqual(await library.contentsOf('clean'));
}

test(`a build killed at ${kills} different moments leaves a complete site, and the next build is correct`, async () => {
  test.setTimeout(600_000 + kills * 30_000);
  await edit('A first line more.');
  const started = performance.now();
  await library.build('out');
  const usual = performance.now() - started;
  for (let number = 0; number < kills; number += 1) {
    const before = await library.contentsOf('out');
    await edit(`Line ${number} more.`);
    const build = library.begin('out');
    // Spread over the whole build, including its last step, which publishes.
    await setTimeout((usual * (number + 0.5)) / kills);
    await killAll(build);
    const after = await library.contentsOf('out');
    const same = [...before].filter(([path, hash]) => after.get(path) === hash).length;
    // Either the previous release, or the complete next one.
    if (same === before.size) expect(after).toEqual(before);
    else expect([...after.keys()].sort()).toEqual(await publishedPaths());
  }
  await library.build('out');
  await expectCleanBuild();
});

test('two builds started at the same time run one after the other', async () => {
  const [first, second] = await Promise.all([library.build('both'), library.build('both')]);
  expect(first + second).toContain('Waiting for the build of process');
  await expectCleanBuild('both');
});

test('a build on a full disk fails with the reason, the site does not change, and the next build is correct', async () => {
  test.skip(!canMount(), 'a small disk cannot be mounted here');
  const disk = join(library.folder, 'disk');
  await mkdir(disk);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]);
  try {
    await library.build('disk/out');
    const before = await library.contentsOf('disk/out');
    const filler = join(disk, 'filler');
    await expect(run('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k'])).rejects.toThrow(/No space left/);
    await edit('A line for which there is no room.');
    await expect(library.build('disk/out')).rejects.toThrow(/ENOSPC|no space/);
    expect(await library.contentsOf('disk/out')).toEqual(before);
    await rm(filler);
    await library.build('disk/out');
    await expectCleanBuild('disk/out');
  } finally {
    await run('umount', [disk]);
  }
});

test('a file that changes during a build is published completely, in its old or new version', async () => {
  await edit('The first change.');
  const build = library.begin('out', 'pipe');
  const ended = once(build, 'close');
  let output = '';
  for (const stream of [build.stdout, build.stderr]) {
    stream?.on('data', (chunk) => (output += String(chunk)));
  }
  // The build has read the first change, and is not complete yet.
  await expect.poll(() => output, { intervals: [20] }).toMatch(/^Making/m);
  await edit('The second change.');
  const [exitCode] = (await ended) as [number | null];
  if (exitCode !== 0) expect(output).toContain('while the site was being built');
  await library.build('out');
  await expectCleanBuild();
});

test('a change with an older modification time is noticed', async () => {
  const [file = ''] = await library.files('law');
  const text = await readFile(file, 'utf8');
  // A change of the same length, with an older modification time.
  await writeFile(file, text.replace(/the /, 'THE '));
  await utimes(file, new Date('2001-01-01'), new Date('2001-01-01'));
  await library.build('out');
  await expectCleanBuild();
});
