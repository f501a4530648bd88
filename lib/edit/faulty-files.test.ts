import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { groupBy } from '@/lib/group-by';
import type { Problem } from '@/lib/source/problem';
import { writeFiles } from '@/lib/testing/write-files';
import { checkLibrary } from './check';
import { faultyFiles, goodFile, type FaultyFile } from '@/lib/testing/faulty-files';

let folder: string;
let found: Map<string, Problem[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faulty-'));
  await writeFiles(folder, [
    ['subjects.yaml', 'physics:\n  name: Physics\nlaw:\n  name: Law\n'],
    ['physics/a-good-question.md', goodFile],
    ...faultyFiles.map(({ name, text }): [string, string] => [`physics/${name}.md`, text]),
  ]);
  const { problems } = await checkLibrary(folder);
  found = groupBy(problems, ({ file }) => file.replace(`${folder}/physics/`, '').replace(/\.md$/, ''));
});

afterAll(() => rm(folder, { recursive: true }));

/** Which faults of a file are not reported, and what is reported besides. */
function judge({ name, text, faults }: FaultyFile): { missed: string[]; others: string[] } {
  const lines = text.split('\n');
  const others = [...(found.get(name) ?? [])];
  const missed = faults.filter(({ code, at }) => {
    const index = others.findIndex(
      (problem) =>
        problem.code === code &&
        (at === undefined ? problem.line === 1 : lines[problem.line - 1]?.includes(at) === true),
    );
    if (index !== -1) others.splice(index, 1);
    return index === -1;
  });
  return {
    missed: missed.map(({ kind }) => kind),
    others: others.map(({ line, code, message }) => `${line} ${code}: ${message}`),
  };
}

test('there are 72 files with two to six faults each', () => {
  expect(faultyFiles).toHaveLength(72);
  for (const { faults } of faultyFiles) {
    expect(faults.length).toBeGreaterThanOrEqual(2);
    expect(faults.length).toBeLessThanOrEqual(6);
  }
});

test.each(faultyFiles)('all faults of $name are reported at once, and nothing else', (file) => {
  expect(judge(file)).toEqual({ missed: [], others: [] });
});
