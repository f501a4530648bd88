import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

import type { Demand } from '@/lib/testing/demanding-worker';
import { testPool, worker } from '@/lib/testing/test-pool';
import { ProcessPool } from './process-pool';

testPool(
  (module, options) => new ProcessPool<Demand, { answered: boolean }>(module, options),
  [
    [{ do: 'loop' }, /longer than 0.5 s/],
    [{ do: 'take memory' }, /used more than \d+ MB of memory/],
    [{ do: 'throw' }, /thrown/],
    [{ do: 'end its thread' }, /exited with code 3/],
    [{ do: 'answer with a function' }, /could not be cloned/],
    [{ do: 'keep native code busy' }, /longer than 0.5 s/],
    [{ do: 'abort' }, /ended by SIGABRT/],
  ],
  [{ do: 'loop' }, { do: 'abort' }, { do: 'throw' }, { do: 'end its thread' }],
);

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
