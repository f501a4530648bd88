import { writeFile } from 'node:fs/promises';

import { parseOptions } from '@/lib/parse-options';
import { articlesToFuzz } from '@/lib/testing/fuzz/articles';
import { fuzz } from '@/lib/testing/fuzz/fuzz';
import { UserError } from '@/lib/user-error';
import { main } from './main';

const failingInput = 'failing-input.md';

/** Seconds between two progress lines. */
const interval = 30;

main(async () => {
  const { values } = parseOptions({
    options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } },
  });
  const seconds = readNumber('--seconds', values.seconds);
  const firstSeed = values.seed === undefined ? Date.now() % 2 ** 31 : readNumber('--seed', values.seed);
  const articles = await articlesToFuzz();
  let executions = 0;
  for (let done = 0; done < seconds; done += interval) {
    const seed = firstSeed + done / interval;
    const run = fuzz({ seed, milliseconds: 1000 * Math.min(interval, seconds - done), articles });
    executions += run.executions;
    if (run.failure) {
      await writeFile(failingInput, run.failure.input);
      throw new UserError(
        `With seed ${seed}, after ${run.executions} files: ${run.failure.violation}.\nThe smallest such file is ${failingInput}; again: npm run fuzz -- --seed ${seed}`,
      );
    }
    const rate = Math.round(run.executions / Math.min(interval, seconds - done));
    console.log(`Seed ${seed}: ${run.executions} files, ${rate} a second, no violation.`);
  }
  console.log(`${executions} files in ${seconds} s.`);
});

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) {
    throw new UserError(`${name} must be a whole number, found "${text}".`);
  }
  return number;
}
