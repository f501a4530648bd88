import { expect, test } from 'vitest';

import type { Demand } from '@/lib/testing/demanding-worker';
import { answered, milliseconds, testPool, worker } from '@/lib/testing/test-pool';
import { runInThread, ThreadPool } from './pool';

const open = testPool(
  (module, options) => new ThreadPool<Demand, { answered: boolean }>(module, options),
  [
    [{ do: 'loop' }, /longer than 0.5 s/],
    [{ do: 'take memory' }, /memory/],
    [{ do: 'throw' }, /thrown/],
    [{ do: 'end its thread' }, /exited with code/],
    [{ do: 'answer with a function' }, /thread failed|could not be cloned/],
    [{ do: 'keep native code busy' }, /longer than 0.5 s/],
  ],
  [{ do: 'loop' }, { do: 'take memory' }, { do: 'throw' }, { do: 'end its thread' }],
);

test('a thread that ran out of time may run out of memory before it ends', async () => {
  const pool = open({ size: 1, milliseconds: 100 });
  for (let round = 0; round < 5; round += 1) {
    expect(await pool.run({ do: 'take memory' })).toHaveProperty('fault');
    expect(await pool.run({ do: 'answer' })).toEqual(answered);
  }
}, 60_000);

test('one request in a separate thread', async () => {
  await expect(runInThread(worker, { do: 'answer' }, milliseconds)).resolves.toEqual({ answered: true });
  await expect(runInThread(worker, { do: 'loop' }, milliseconds)).rejects.toThrow(
    `${worker} failed: it took longer than 0.5 s`,
  );
});
