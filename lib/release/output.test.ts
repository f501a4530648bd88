import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { writeOutputs, type Output } from './output';

const temporary = temporaryFolder();

function output(path: string, make: Output['make']): Output {
  return { path, key: path, make };
}

test('every output is written, a bounded number at a time', async () => {
  let atWork = 0;
  let most = 0;
  const outputs = Array.from({ length: 100 }, (_, index) =>
    output(`folder/${index % 7}/${index}.txt`, async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await setTimeout(1);
      atWork -= 1;
      return String(index);
    }),
  );
  await writeOutputs(temporary.path, outputs);
  for (const [index, { path }] of outputs.entries()) {
    expect(await readFile(join(temporary.path, path), 'utf8')).toBe(String(index));
  }
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(2 * availableParallelism());
});

test('what fails is named, and little is begun after it', async () => {
  let begun = 0;
  const outputs = Array.from({ length: 100 }, (_, index) =>
    output(`${index}.txt`, async () => {
      begun += 1;
      await setTimeout(1);
      if (index === 5) throw new Error('out of ink');
      return '';
    }),
  );
  const failure = await writeOutputs(temporary.path, outputs).catch((error: unknown) => error);
  expect(failure).toMatchObject({ message: '5.txt could not be made', cause: { message: 'out of ink' } });
  expect(begun).toBeLessThan(5 + 4 * availableParallelism());
});
