import { expect, test } from 'vitest';

import { ThreadPool } from './pool';

const greedy = 'lib/testing/greedy-worker.ts';
const patient = 'lib/testing/patient-worker.ts';

test('a thread that takes too long takes nothing with it', async () => {
  const pool = new ThreadPool<number, { held: number }>(greedy, { threads: 1, milliseconds: 300 });
  expect(await pool.run(1e6)).toHaveProperty('fault');
  // While the next one is asked, the first may still be ending.
  expect(await pool.run(0)).toEqual({ result: { held: 0 } });
  await pool.close();
});

// Systems other than Linux do not tell what a thread takes.
test.runIf(process.platform === 'linux')('time in which a thread does not run is not its own', async () => {
  const pool = new ThreadPool<number, object>(patient, { threads: 1, milliseconds: 100 });
  expect(await pool.run(500)).toEqual({ result: { outcome: 'timed-out' } });
  await pool.close();
});

test('a thread that waits for ever is a fault', async () => {
  const pool = new ThreadPool<number, object>(patient, { threads: 1, milliseconds: 20 });
  expect(await pool.run(600_000)).toHaveProperty('fault');
  await pool.close();
});

test('a thread that takes too much memory is a fault', async () => {
  const pool = new ThreadPool<number, { held: number }>(greedy, { threads: 1, milliseconds: 30_000 });
  expect(await pool.run(1e6)).toEqual({ fault: expect.stringContaining('memory') as string });
  await pool.close();
});

test('a thread that cannot start is a fault', async () => {
  const pool = new ThreadPool<number, object>('lib/testing/none.ts', { threads: 1 });
  expect(await pool.run(0)).toEqual({ fault: expect.stringContaining('did not start') as string });
});
