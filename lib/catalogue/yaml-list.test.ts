import { symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { readRedirects } from './redirects';
import { findSubject, readSubjectNames } from './subjects';

const folder = temporaryFolder();

const bad: [name: string, content: string | Uint8Array, place: string][] = [
  ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', '2:8'],
  ['an alias', 'law: &a\n  name: Law\nphysics: *a', '3:10'],
  ['a merge', 'law: &a\n  name: Law\nphysics:\n  <<: *a', '4:7'],
  ['a tag', 'law: !!js/function x', '1:20'],
  ['deep nesting', '['.repeat(100_000), '1:1'],
  ['a deep map', '{a: '.repeat(50_000), '1:1'],
  ['a key that all objects have', '__proto__: { name: x }', '1:1'],
  ['several documents', 'law:\n  name: Law\n---\na: b', '3:1'],
  ['control characters', 'law:\n  name: "\u0007"', '2:10'],
  ['no UTF-8', new Uint8Array([0x61, 0x3a, 0xff]), '1:1'],
  ['NUL', new Uint8Array(100), '1:1'],
  ['too many bytes', 'a'.repeat(limits.listFileBytes + 1), '1:1'],
];

describe.each([
  ['subjects.yaml', readSubjectNames],
  ['redirects.yaml', readRedirects],
] as const)('%s', (name, read) => {
  test.each(bad)('with %s is refused at its place', async (_, content, place) => {
    await folder.put(name, content);
    const { problems } = read(folder.path);
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toContain(place);
    expect(problems.length).toBeLessThanOrEqual(limits.problemsOfFile);
  });

  test('that leads out of the folder is not read', async () => {
    await symlink('/dev/zero', join(folder.path, name));
    expect(read(folder.path).problems).toMatchObject([{ line: 1, column: 1, severity: 'error' }]);
  });

  test('need not be there', () => {
    expect(read(folder.path).problems).toEqual([]);
  });
});

test('ten thousand wrong lines are reported as a hundred', async () => {
  await folder.put('redirects.yaml', Array.from({ length: 10_000 }, (_, index) => `a${index}: b\n`).join(''));
  const { problems } = readRedirects(folder.path);
  expect(problems).toHaveLength(limits.problemsOfFile);
  expect(problems.at(-1)?.code).toBe('too-many-problems');
});

test('a line that stands there twice is reported at the second, in whatever file', async () => {
  await folder.put('subjects.yaml', 'law:\n  name: Law\nart:\n  name: Art\nlaw:\n  name: Laws\n');
  const [problem, ...others] = readSubjectNames(folder.path).problems;
  expect(problem).toMatchObject({ line: 5, column: 1, severity: 'error' });
  expect(problem?.message).toContain('"law" is here a second time');
  expect(others).toEqual([]);
});

test('fifty thousand redirects, each to where the next one leads from, are read in a moment', async () => {
  const address = (number: number) => `/learn/law/questions/q${number}`;
  const lines = Array.from({ length: 50_000 }, (_, index) => `${address(index)}: ${address(index + 1)}\n`);
  await folder.put('redirects.yaml', lines.join(''));
  const started = process.cpuUsage();
  const { redirects, problems } = readRedirects(folder.path);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(15_000);
  expect(problems).toEqual([]);
  expect(new Set(redirects.values())).toEqual(new Set([address(50_000)]));
});

test('a subject may be called what every object has', async () => {
  await folder.put('subjects.yaml', 'law:\n  name: Law\n');
  const { names } = readSubjectNames(folder.path);
  expect(findSubject(names, 'law')?.name).toBe('Law');
  expect(findSubject(names, 'constructor')).toBeUndefined();
});
