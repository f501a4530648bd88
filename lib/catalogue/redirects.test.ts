import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { questionPath } from '@/lib/site';
import { addRedirects, readRedirects, redirectsFile } from './redirects';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redirects-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Reads a text as the file of redirects. */
async function read(text: string) {
  await writeFile(join(folder, redirectsFile), text);
  const { redirects, problems } = readRedirects(folder);
  return {
    redirects: Object.fromEntries(redirects),
    problems: problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
  };
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((slug) => questionPath('law', slug)) as [
  string,
  string,
  string,
  string,
];

describe('a file of redirects', () => {
  test('that leads into a loop reports every line that never ends, and keeps the others', async () => {
    expect(await read(`${a}: ${b}\n${b}: ${c}\n${c}: ${b}\n${d}: ${questionPath('law', 'e')}\n`)).toEqual({
      redirects: { [d]: questionPath('law', 'e') },
      problems: ['1:1 redirect-loop', '2:1 redirect-loop', '3:1 redirect-loop'],
    });
  });

  test.each([
    [`${a}: https://example.org/`],
    [`${a}: /learn/law`],
    [`${a}:`],
    [`${a}: [${b}]`],
    [`? [${a}]\n: ${b}`],
    [`/learn/law/questions/A: ${b}`],
  ])('that has the line %j reports it at its place', async (line) => {
    const { redirects, problems } = await read(`${c}: ${d}\n${line}\n`);
    expect(redirects).toEqual({ [c]: d });
    expect(problems).toEqual([expect.stringMatching(/^[12]:1 redirects$/)]);
  });

  test('that is a list reports the form that it should have', async () => {
    expect(await read(`- ${a}: ${b}\n`)).toEqual({ redirects: {}, problems: ['1:1 redirects'] });
  });

  test.each(['', '# No redirects yet.\n', '{}\n'])('may be %j', async (text) => {
    expect(await read(text)).toEqual({ redirects: {}, problems: [] });
  });
});

describe('redirects that are added', () => {
  test('keep comments and other lines', () => {
    expect(addRedirects(`# Moved in 2024.\n${a}: ${b}\n`, new Map([[c, d]]))).toBe(
      `# Moved in 2024.\n${a}: ${b}\n${c}: ${d}\n`,
    );
  });

  test('to a text that is not such a file are refused', () => {
    expect(() => addRedirects(`- ${a}\n`, new Map([[c, d]]))).toThrow('is not a list of "old: new" lines');
  });

  test('lead every address that a question ever had to its present address, in one step', async () => {
    const slugs = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const moves = fc.array(fc.record({ from: slugs, to: slugs }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        let text = '';
        // Three questions, with all addresses that each had since no other question has them.
        const present = new Map(['a', 'b', 'c'].map((slug) => [slug, new Set<string>()]));
        for (const { from, to } of all) {
          const earlier = present.get(from);
          if (!earlier || present.has(to)) continue;
          text = addRedirects(text, new Map([[questionPath('law', from), questionPath('law', to)]]));
          present.delete(from);
          for (const others of present.values()) others.delete(to);
          earlier.delete(to);
          present.set(to, earlier.add(from));
        }
        const expected = [...present].flatMap(([slug, earlier]) =>
          [...earlier].map((old) => [questionPath('law', old), questionPath('law', slug)] as const),
        );
        const { redirects, problems } = await read(text);
        expect(problems).toEqual([]);
        expect(redirects).toEqual(Object.fromEntries(expected));
        // No line of the file leads to an address that another line moves.
        for (const [, to] of expected) expect(text).not.toContain(`${to}: `);
      }),
      { numRuns: 60 },
    );
  });
});
