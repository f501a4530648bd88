import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { coreCharacters, furtherCharacters } from './math-font';

type Range = [from: number, to: number];

test('the style sheet asks the smallest font for the characters that it has, and no others', async () => {
  const { core } = await readRanges();
  expect(core).toEqual(rangesOf(coreCharacters));
});

test('the style sheet asks the next font for all that it has', async () => {
  const { further } = await readRanges();
  for (const [from, to] of rangesOf(furtherCharacters)) {
    expect(
      further.some(([start, end]) => start <= from && to <= end),
      from.toString(16),
    ).toBe(true);
  }
});

test('no character lies in both', () => {
  const core = new Set(coreCharacters);
  // Where both had one, the second would hold bytes that no browser asks it for.
  expect(Array.from(furtherCharacters).filter((character) => core.has(character))).toEqual([]);
});

async function readRanges(): Promise<{ core: Range[]; further: Range[] }> {
  const styles = await readFile('app/math.css', 'utf8');
  const rangeOf = (name: string) => {
    const face = new RegExp(`${name}\\.woff2[^}]*unicode-range:([^;]*);`).exec(styles);
    return [...(face?.[1] ?? '').matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].map(
      ([, from = '', to = from]): Range => [parseInt(from, 16), parseInt(to, 16)],
    );
  };
  return { core: rangeOf('core'), further: rangeOf('further') };
}

function rangesOf(characters: string): Range[] {
  const codes = [...new Set(Array.from(characters, (character) => character.codePointAt(0) ?? 0))];
  codes.sort((a, b) => a - b);
  const ranges: Range[] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}
