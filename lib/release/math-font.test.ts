import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { coreCharacters } from './math-font';

test('the style sheet asks the smaller font for the characters that it has', async () => {
  const codes = [...new Set(Array.from(coreCharacters, (character) => character.codePointAt(0) ?? 0))];
  codes.sort((a, b) => a - b);
  const inside: [number, number][] = [];
  for (const code of codes) {
    const last = inside.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else inside.push([code, code]);
  }
  const styles = await readFile('app/math.css', 'utf8');
  const ranges = [...styles.matchAll(/unicode-range:([^;]*);/g)].map(([, range = '']) =>
    range.split(/[\s,]+/),
  );
  expect(ranges.map((range) => range.filter(Boolean).join(', '))).toEqual([write(inside)]);
});

function write(ranges: [number, number][]): string {
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges.map(([from, to]) => `U+${hex(from)}${from === to ? '' : `-${hex(to)}`}`).join(', ');
}
