import { readFileSync, writeFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { temporaryFolder } from '../temporary-folder';
import { articlesToFuzz } from './articles';
import { fuzz } from './fuzz';
import { minimise } from './minimise';
import { Random } from '../random';

const folder = temporaryFolder();

test.each([
  ['a seed that is always the same', 20_250],
  ['a seed of this run', Date.now() % 2 ** 31],
])('no file breaks a promise, from %s (%i)', async (_, seed) => {
  const { executions, failure } = fuzz({ seed, milliseconds: 12_000, articles: await articlesToFuzz() });
  if (failure) writeFileSync('failing-input.md', failure.input);
  expect(failure?.violation, `seed ${seed}; the input is in failing-input.md`).toBeUndefined();
  expect(executions).toBeGreaterThan(5);
});

test('the same seed gives the same choices', () => {
  const [first, second] = [new Random(7), new Random(7)].map((random) =>
    Array.from({ length: 20 }, () => random.below(1000)),
  );
  expect(first).toEqual(second);
  expect(new Set(first).size).toBeGreaterThan(10);
});

test('what fails is made as small as can be', async () => {
  const bytes = new TextEncoder().encode(`${'a'.repeat(500)}X${'b'.repeat(500)}Y`);
  const fails = (part: Uint8Array) => /X.*Y/.test(new TextDecoder().decode(part));
  await folder.put('input', minimise(bytes, fails));
  expect(readFileSync(`${folder.path}/input`, 'utf8')).toBe('XY');
});
