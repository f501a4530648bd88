import { afterEach, expect, test } from 'vitest';

import type { PoolOptions, Reply } from '@/lib/threads/pool';
import type { Demand } from './demanding-worker';

/** The module that pools run in their tests. */
export const worker = 'lib/testing/demanding-worker.ts';

/** The expected reply to a request without faults. */
export const answered = { result: { answered: true } };

/** The time limit of most tests. */
export const milliseconds = 500;

interface Pool {
  run: (demand: Demand) => Promise<Reply<{ answered: boolean }>>;
  prepare: () => void;
  close: () => Promise<void>;
}

/**
 * Defines the tests that every kind of pool must pass.
 *
 * @param open makes a pool that runs a module
 * @param faults demands that fail, with the fault that each gets
 * @param together demands that fail while others are answered
 * @returns opens the pool of a test, which is closed after the test
 */
export function testPool(
  open: (module: string, options: PoolOptions) => Pool,
  faults: readonly [Demand, RegExp][],
  together: readonly Demand[],
): (options: PoolOptions) => Pool {
  let pool: Pool | undefined;
  const openOne = (options: PoolOptions, module = worker) => (pool = open(module, options));
  afterEach(() => pool?.close());

  test.each(faults)(
    '%o gets a fault, and the requests before and after it are answered',
    async (demand, fault) => {
      const opened = openOne({
        size: 1,
        milliseconds: demand.do === 'take memory' ? 30_000 : milliseconds,
      });
      const demands: Demand[] = [{ do: 'answer' }, demand, { do: 'answer' }, demand, { do: 'answer' }];
      const replies = await Promise.all(demands.map((each) => opened.run(each)));
      const faulty = { fault: expect.stringMatching(fault) as string };
      expect(replies).toEqual([answered, faulty, answered, faulty, answered]);
    },
    60_000,
  );

  test('faults of all kinds at once do not affect other requests', async () => {
    const opened = openOne({ size: 3, milliseconds });
    const demands = Array.from({ length: 5 }, () => [...together, { do: 'answer' } as const]).flat();
    const replies = await Promise.all(demands.map((each) => opened.run(each)));
    replies.forEach((reply, index) => {
      if (index % (together.length + 1) === together.length) expect(reply).toEqual(answered);
      else expect(reply).toHaveProperty('fault');
    });
  }, 120_000);

  test('start-up time is not counted', async () => {
    // Loading a TypeScript module takes longer than this limit.
    const opened = openOne({ size: 2, milliseconds: 20 });
    const replies = await Promise.all(Array.from({ length: 4 }, () => opened.run({ do: 'answer' })));
    expect(replies).toEqual([answered, answered, answered, answered]);
  });

  // Other systems do not report processor time.
  test.runIf(process.platform === 'linux')('time without use of the processor is not counted', async () => {
    const opened = openOne({ size: 1, milliseconds: 100 });
    expect(await opened.run({ do: 'wait in native code', seconds: 1 })).toEqual(answered);
  });

  test('a request that waits for ever gets a fault', async () => {
    const opened = openOne({ size: 1, milliseconds: 20 });
    expect(await opened.run({ do: 'wait in native code', seconds: 600 })).toHaveProperty('fault');
  });

  test('a module that cannot be loaded is a fault, prepared or not', async () => {
    const opened = openOne({ size: 2 }, 'lib/testing/none.ts');
    opened.prepare();
    const replies = await Promise.all([opened.run({ do: 'answer' }), opened.run({ do: 'answer' })]);
    for (const reply of replies)
      expect(reply).toEqual({ fault: expect.stringContaining('none.ts') as string });
  });

  test('closing waits neither for native code nor for requests, which get a fault', async () => {
    const opened = openOne({ size: 1, milliseconds: 60_000 });
    expect(await opened.run({ do: 'answer' })).toEqual(answered);
    const replies = Promise.all([
      opened.run({ do: 'wait in native code', seconds: 20 }),
      opened.run({ do: 'answer' }),
    ]);
    const start = performance.now();
    await opened.close();
    expect(performance.now() - start).toBeLessThan(5000);
    for (const reply of await replies) expect(reply).toHaveProperty('fault');
  });

  return openOne;
}
