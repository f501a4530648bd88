import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import { writeCorpus } from '@/lib/testing/hostile/corpus';
import { isText } from '@/lib/testing/hostile/hostile-file';
import type { Measurement } from '@/lib/testing/hostile/measure';

const run = promisify(execFile);

/** Maximum memory of a check in megabytes: the command and the processes that examine files. */
const mostMemory = 640;

/** Maximum processor time in milliseconds for one file. */
const mostMilliseconds = 2000;

test('hostile files need little memory and time, and do not change the prototypes of the program', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    const [content, list] = [join(folder, 'content'), join(folder, 'list')];
    const [canary, secret] = [join(folder, 'canary'), join(folder, 'secret')];
    await mkdir(content);
    await writeFile(secret, 'TOP SECRET');
    const { hostile } = writeCorpus(content, canary, secret);
    expect(hostile.length).toBeGreaterThan(900);
    const texts = hostile.filter(({ content: held, pathBytes }) => isText(held) && !pathBytes);
    await writeFile(list, texts.map(({ path }) => path).join('\0'));
    const program = ['--import', 'tsx', 'lib/testing/hostile/measure.ts', content, list];
    const { stdout } = await run(process.execPath, program);
    const { peak, slowest, isPolluted } = JSON.parse(stdout) as Measurement;
    console.log(`${hostile.length} files, peak ${peak.toFixed(0)} MB, slowest ${JSON.stringify(slowest)}`);
    expect(isPolluted).toBe(false);
    expect(existsSync(canary)).toBe(false);
    expect(peak).toBeLessThan(mostMemory);
    expect(slowest.milliseconds).toBeLessThan(mostMilliseconds);
  } finally {
    await rm(folder, { recursive: true });
  }
});
