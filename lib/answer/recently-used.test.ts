import fc from 'fast-check';
import { expect, test } from 'vitest';

import { RecentlyUsed } from './recently-used';

test('a kept value is made once, and the least recently used value is removed first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
      fc.integer({ min: 1, max: 5 }),
      (keys, most) => {
        const values = new RecentlyUsed<string>(most);
        let made: string[] = [];
        const recent: string[] = [];
        for (const key of keys) {
          made = [];
          expect(values.get(key, () => (made.push(key), `of ${key}`))).toBe(`of ${key}`);
          expect(made).toEqual(recent.includes(key) ? [] : [key]);
          if (recent.includes(key)) recent.splice(recent.indexOf(key), 1);
          recent.unshift(key);
          recent.length = Math.min(recent.length, most);
        }
      },
    ),
  );
});
