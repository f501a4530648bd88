import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { afterEach, expect, test } from 'vitest';

import type { Demand } from '@/lib/testing/demanding-worker';
import type { PoolOptions } from './pool';
import { ProcessPool } from './process-pool';

const worker = 'lib/testing/demanding-worker.ts';
const answered = { result: { answered: true } };
const milliseconds = 500;

let pool = new ProcessPool<Demand, { answered: boolean }>(worker);

function open(options: PoolOptions, module = worker) {
  pool = new ProcessPool(module, options);
}

afterEach(() => pool.close());

test.each<[Demand, RegExp]>([
  [{ do: 'loop' }, /longer than 0.5 s/],
  [{ do: 'take memory' }, /more memory than/],
  [{ do: 'throw' }, /thrown/],
  [{ do: 'end its thread' }, /exited with code 3/],
  [{ do: 'answer with a function' }, /could not be cloned/],
  [{ do: 'keep native code busy' }, /longer than 0.5 s/],
  [{ do: 'abort' }, /ended by SIGABRT/],
])(
  '%o gets a fault, and the requests before and after it are answered',
  async (demand, fault) => {
    open({ threads: 1, milliseconds: demand.do === 'take memory' ? 30_000 : milliseconds });
    const demands: Demand[] = [{ do: 'answer' }, demand, { do: 'answer' }, demand, { do: 'answer' }];
    const replies = await Promise.all(demands.map((each) => pool.run(each)));
    const faulty = { fault: expect.stringMatching(fault) as string };
    expect(replies).toEqual([answered, faulty, answered, faulty, answered]);
  },
  60_000,
);

test('faults of all kinds at once do not harm what runs in other processes', async () => {
  open({ threads: 3, milliseconds });
  const bad: Demand[] = [{ do: 'loop' }, { do: 'abort' }, { do: 'throw' }, { do: 'end its thread' }];
  const demands = Array.from({ length: 5 }, () => [...bad, { do: 'answer' } as const]).flat();
  const replies = await Promise.all(demands.map((each) => pool.run(each)));
  replies.forEach((reply, index) => {
    if (index % 5 === 4) expect(reply).toEqual(answered);
    else expect(reply).toHaveProperty('fault');
  });
}, 120_000);

test('the time that a process needs to start is not counted', async () => {
  // To load a TypeScript module takes longer.
  open({ threads: 2, milliseconds: 20 });
  const replies = await Promise.all(Array.from({ length: 4 }, () => pool.run({ do: 'answer' })));
  expect(replies).toEqual([answered, answered, answered, answered]);
});

// Other systems do not tell what a process takes.
test.runIf(process.platform === 'linux')('time in which a process does not run does not count', async () => {
  open({ threads: 1, milliseconds: 100 });
  expect(await pool.run({ do: 'wait in native code', seconds: 1 })).toEqual(answered);
});

test('a process that waits for ever gets a fault', async () => {
  open({ threads: 1, milliseconds: 20 });
  expect(await pool.run({ do: 'wait in native code', seconds: 600 })).toHaveProperty('fault');
});

test('a module that cannot be loaded is a fault, prepared or not', async () => {
  open({ threads: 2 }, 'lib/testing/none.ts');
  pool.prepare();
  const replies = await Promise.all([pool.run({ do: 'answer' }), pool.run({ do: 'answer' })]);
  for (const reply of replies) expect(reply).toEqual({ fault: expect.stringContaining('none.ts') as string });
});

test.each([
  ['waits for a reply', "pool.run({ do: 'answer' }).then(() => console.log('done'))"],
  ['waits for the end of its processes', "pool.prepare(); pool.close().then(() => console.log('done'))"],
  ['ends when nothing is asked for', "pool.prepare(); console.log('done')"],
])('a program %s', async (_what, what) => {
  const program = `import { ProcessPool } from './lib/threads/process-pool'; const pool = new ProcessPool('${worker}'); ${what}`;
  const options = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  expect(stdout).toBe('done\n');
});

test('closing waits neither for native code nor for requests, which get a fault', async () => {
  open({ threads: 1, milliseconds: 60_000 });
  expect(await pool.run({ do: 'answer' })).toEqual(answered);
  const replies = Promise.all([
    pool.run({ do: 'wait in native code', seconds: 20 }),
    pool.run({ do: 'answer' }),
  ]);
  const start = performance.now();
  await pool.close();
  expect(performance.now() - start).toBeLessThan(5000);
  for (const reply of await replies) expect(reply).toHaveProperty('fault');
});
