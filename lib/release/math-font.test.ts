import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test, vi } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { coreCharacters, furtherCharacters, prepareMathFont } from './math-font';

const code = vi.hoisted(() => ({ version: '1' }));
vi.mock('@/lib/code-version', () => ({ codeVersion: () => Promise.resolve(code.version) }));

const temporary = temporaryFolder();

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

test('the fonts are made again when what they are made of has changed, whatever the times of files say', async () => {
  const file = join(temporary.path, 'stix-two-math-core.woff2');
  const inode = async () => {
    await prepareMathFont(temporary.path);
    return (await stat(file)).ino;
  };
  const first = await inode();
  const font = await readFile(file);
  expect(await inode()).toBe(first);
  // Newer than anything.
  const future = new Date(Date.now() + 1e9);
  code.version = '2';
  await utimes(file, future, future);
  const second = await inode();
  expect(second).not.toBe(first);
  await writeFile(file, font.subarray(0, 100));
  await inode();
  expect((await readFile(file)).equals(font)).toBe(true);
}, 120_000);

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
