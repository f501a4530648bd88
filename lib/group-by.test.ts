import { expect, test } from 'vitest';

import { groupBy, groupRepeated } from './group-by';

const items = ['b1', 'a1', 'b2', 'c1', 'b3', 'a2'].map((name) => ({ name }));
const letterOf = ({ name }: { name: string }) => name.charAt(0);
const names = (groups: Map<string, { name: string }[]>) =>
  [...groups].map(([key, group]) => [key, group.map(({ name }) => name)]);

test('items stand with those of their key, in order', () => {
  expect(names(groupBy(items, letterOf))).toEqual([
    ['b', ['b1', 'b2', 'b3']],
    ['a', ['a1', 'a2']],
    ['c', ['c1']],
  ]);
});

test('keys of a single item are left out where only repeated ones matter', () => {
  expect(names(groupRepeated(items, letterOf))).toEqual([
    ['b', ['b1', 'b2', 'b3']],
    ['a', ['a1', 'a2']],
  ]);
});
