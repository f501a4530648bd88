import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Pace } from './pace.js';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function typist() {
  const pace = new Pace();
  const searched: string[] = [];
  const type = (query: string, milliseconds: number) => {
    pace.plan(query, () => searched.push(query));
    vi.advanceTimersByTime(milliseconds);
  };
  return { pace, searched, type };
}

test('what is there at once is searched for at once', () => {
  const { searched, type } = typist();
  type('laplace', 0);
  expect(searched).toEqual(['laplace']);
});

test('what is typed fast is searched for when the fingers rest', () => {
  const { searched, type } = typist();
  for (const query of ['lap', 'lapl', 'lapla', 'laplac']) type(query, 30);
  expect(searched).toEqual(['lap']);
  type('laplace', 200);
  expect(searched).toEqual(['lap', 'laplace']);
});

test('the first letters wait for more', () => {
  const { searched, type } = typist();
  type('l', 30);
  type('la', 30);
  expect(searched).toEqual([]);
  type('c', 100);
  expect(searched).toEqual(['c']);
});

test('what was taken back is not searched for', () => {
  const { pace, searched, type } = typist();
  type('la', 30);
  pace.cancel();
  vi.advanceTimersByTime(200);
  expect(searched).toEqual([]);
});
