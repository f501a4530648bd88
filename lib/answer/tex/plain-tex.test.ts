import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formulaRemarks, typeset } from '../formula';
import { isPlainTex } from './plain-tex';

test('plain TeX is set without remarks', () => {
  const scripts = fc.constantFrom(
    '',
    '_1',
    '^2',
    '_{n+1}',
    '^{x-y}',
    '_i^2',
    '^{ab}_{c=d}',
    '_a_b',
    '^',
    '_{}',
  );
  const character = fc.constantFrom(...Array.from('axAZ09 ()=+-*/<>,.!|'));
  const texts = fc.array(fc.tuple(character, scripts), { minLength: 1, maxLength: 60 });
  let count = 0;
  fc.assert(
    fc.property(texts, fc.boolean(), (parts, display) => {
      const tex = parts.map(([base, script]) => (/[\w)]/.test(base) ? base + script : base)).join('');
      if (!isPlainTex(tex)) return;
      count += 1;
      expect(formulaRemarks(typeset(tex, display), 0)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
  expect(count).toBeGreaterThan(100);
});

test.each(['x_1', 'a_{12}^{2} = 5 b', 'f(x) < 3!', 'n'])('%s is plain', (tex) => {
  expect(isPlainTex(tex)).toBe(true);
});

test.each([
  '',
  'x_',
  'x^2^3',
  'x_1_2',
  'x^2 ^3',
  '^2',
  'a{b',
  'a}',
  '5%',
  'x & y',
  '\\alpha',
  'x'.repeat(101),
])('%s is not plain', (tex) => {
  expect(isPlainTex(tex)).toBe(false);
});
