import { expect, test } from 'vitest';

import { isInShard, parseShard } from './shard';

test('every path belongs to one shard, and all have about as many', () => {
  const paths = Array.from({ length: 3000 }, (_, index) => `learn/law/questions/q${index}.html`);
  const shards = ['1/3', '2/3', '3/3'].map(parseShard);
  const sizes = shards.map((shard) => paths.filter((path) => isInShard(path, shard)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(paths.length);
  for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(120);
  expect(paths.every((path) => isInShard(path, undefined))).toBe(true);
});

test.each(['', '0/4', '5/4', '1', '1/0', 'a/b', '1/4/2', '-1/4'])('"%s" is no shard', (text) => {
  expect(() => parseShard(text)).toThrow('--shard must be like 2/4');
});
