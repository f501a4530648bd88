import { expect, test } from 'vitest';

import { legible } from './legible';

const latin = (character: string) => /^[ -~éü²]$/u.test(character);

test('what the fonts have stays', () => {
  expect(legible('Café <b>&amp;</b>?', latin)).toBe('Café <b>&amp;</b>?');
  expect(legible('Cafe\u0301', latin)).toBe('Café');
});

test('a character gives way to what it is made of, or to its letter', () => {
  expect(legible('ﬁ Ａ x\u00a0y', latin)).toBe('fi A x y');
  expect(legible('Škoda', latin)).toBe('Skoda');
});

test('pictures and what cannot be seen are left out', () => {
  expect(legible('Party 🎉 time\u200d 👩‍🔬!', latin)).toBe('Party time !');
});

test('a text that would lose letters or operators is not legible at all', () => {
  expect(legible('什么是光合作用？', latin)).toBeUndefined();
  expect(legible('a ≤ b', latin)).toBeUndefined();
  expect(legible('\ue000', latin)).toBeUndefined();
  expect(legible('🎉', latin)).toBeUndefined();
});
