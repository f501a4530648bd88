import { afterEach, expect, test, vi } from 'vitest';

import type { Demand } from '@/lib/testing/demanding-worker';
import { ThreadPool } from './pool';

// Simulates a system that does not report processor time.
vi.mock('./processor-time', () => ({ processorMilliseconds: () => undefined }));

const answered = { result: { answered: true } };
const pool = new ThreadPool<Demand, object>('lib/testing/demanding-worker.ts', {
  size: 1,
  milliseconds: 300,
});

afterEach(() => pool.close());

test('the time that a thread waits is its own', async () => {
  const replies = await Promise.all([
    pool.run({ do: 'wait in native code', seconds: 60 }),
    pool.run({ do: 'answer' }),
  ]);
  expect(replies).toEqual([{ fault: 'it took longer than 0.3 s' }, answered]);
});

test('a reply that arrives while the program is busy is not lost', async () => {
  await pool.run({ do: 'answer' });
  const reply = pool.run({ do: 'wait in native code', seconds: 0.1 });
  // The thread has started by then. Timers that are due after an immediate run before messages.
  await new Promise((resolve) => setTimeout(() => setImmediate(resolve), 50));
  for (const end = Date.now() + 600; Date.now() < end;);
  expect(await reply).toEqual(answered);
});
