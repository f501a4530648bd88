import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { loadCatalogue } from '@/lib/catalogue/load';
import { readRedirects } from '@/lib/catalogue/redirects';
import { questionFile } from '@/lib/testing/question-file';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { writeFiles } from '@/lib/testing/write-files';
import { checkLibrary, type CheckedLibrary } from './check';
import { findGoneAddresses } from './gone';
import { planMove } from './move';

interface Parts {
  keys?: string;
  answer?: string;
  escaped?: boolean;
}

/** Front matter ends on line 10 where it has one line of keys; the answer begins two lines below. */
function file(path: string, id: number, { keys = 'author: QuickTakes\n', ...rest }: Parts = {}): string {
  const [subject = ''] = path.split('/');
  return questionFile(id, { subject, keys, ...rest });
}

const both = (slug: string, id: number, first: Parts = {}, second: Parts = {}): [string, string][] => [
  [`chemistry/${slug}.md`, file('chemistry', id, first)],
  [`mathematics/${slug}.md`, file('mathematics', id, second)],
];
const canonical = (address: string): Parts => ({ keys: `canonical: ${address}\n` });
const linked = (subject: string): Parts => ({ answer: `See [this](/learn/${subject}/questions/linked).` });

/** What is expected of each case, as `path:line:column code`. */
const cases: [name: string, files: [path: string, text: string][], ...expected: string[]][] = [
  ['nothing is wrong with it: no clash, nothing repeated, no near duplicate', both('good', 1)],
  [
    'another question that is like it is still found',
    [...both('like', 2), ['chemistry/like-too.md', file('chemistry', 2).replace('id: 2\n', 'id: 3\n')]],
    'chemistry/like.md:4:8 near-duplicate',
    'chemistry/like-too.md:4:8 title-repeated',
    'chemistry/like-too.md:7:21 description-repeated',
    'chemistry/like.md:4:8 title-repeated',
    'chemistry/like.md:7:21 description-repeated',
  ],
  [
    'answers that differ are one warning',
    both('differs', 4, {}, { answer: 'One more line.' }),
    'mathematics/differs.md:12:1 answer-differs',
  ],
  [
    'short answers that differ are one warning',
    both('short', 5, { keys: 'short_answer: Yes.\n' }),
    'mathematics/short.md:12:1 answer-differs',
  ],
  [
    'both forms of one answer, and both line ends, are the same',
    [
      ...both('forms', 6, {}, { escaped: true }),
      ['physics/forms.md', file('physics', 6).replaceAll('\n', '\r\n')],
    ],
  ],
  [
    'one id under two names is an error in all files',
    [...both('name', 7), ['physics/names.md', file('physics', 7)]],
    'chemistry/name.md:2:5 duplicate-id',
    'mathematics/name.md:2:5 duplicate-id',
    'physics/names.md:2:5 duplicate-id',
    'physics/names.md:4:8 near-duplicate',
    'chemistry/name.md:7:21 description-repeated',
    'physics/names.md:7:21 description-repeated',
  ],
  [
    'one address twice is an error',
    [...both('twice', 8), ['twice.md', file('chemistry', 8)]],
    'chemistry/twice.md:1:1 duplicate-address',
    'twice.md:1:1 duplicate-address',
    'chemistry/twice.md:4:8 title-repeated',
    'twice.md:4:8 title-repeated',
    'twice.md:4:8 near-duplicate',
    'chemistry/twice.md:7:21 description-repeated',
    'twice.md:7:21 description-repeated',
  ],
  [
    'the key canonical names one of its addresses',
    both('chosen', 9, canonical('/learn/mathematics/questions/chosen')),
  ],
  [
    'the key canonical names another address',
    [
      ...both('unknown', 10, canonical('/learn/physics/questions/unknown')),
      ['law/alone.md', file('law', 11, canonical('/learn/physics/questions/alone'))],
    ],
    'chemistry/unknown.md:9:12 canonical-unknown',
    'law/alone.md:9:12 canonical-unknown',
  ],
  [
    'a question in one subject may name its own address',
    [['law/own.md', file('law', 12, canonical('/learn/law/questions/own'))]],
  ],
  [
    'files name different addresses',
    both(
      'disagree',
      13,
      canonical('/learn/mathematics/questions/disagree'),
      canonical('/learn/chemistry/questions/disagree'),
    ),
    'chemistry/disagree.md:9:12 canonical-disagrees',
    'mathematics/disagree.md:9:12 canonical-disagrees',
  ],
  [
    'links and related articles lead to the question itself',
    both('linked', 14, linked('chemistry'), {
      ...linked('chemistry'),
      keys: 'related_article1:\n  url: /learn/chemistry/questions/linked\n',
    }),
    'chemistry/linked.md:14:5 link-to-itself',
    'mathematics/linked.md:10:8 related-to-itself',
    'mathematics/linked.md:15:5 link-to-itself',
  ],
];

describe('the check of a question in several subjects', () => {
  let folder: string;
  let library: CheckedLibrary;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cross-listed-'));
    await writeFiles(
      folder,
      cases.flatMap(([, files]) => files),
    );
    library = await checkLibrary(folder);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true }));

  const said = (path: string, code: string) =>
    library.problems
      .find((problem) => problem.file === `${folder}/${path}` && problem.code === code)
      ?.message.replaceAll(`${folder}/`, '');

  test.each(cases)('%s', (_, files, ...expected) => {
    const paths = files.map(([path]) => `${folder}/${path}`);
    const found = library.problems
      .filter((problem) => paths.includes(problem.file))
      .map(
        (problem) =>
          `${problem.file.slice(folder.length + 1)}:${problem.line}:${problem.column} ${problem.code}`,
      );
    expect(found.sort()).toEqual(expected.toSorted());
  });

  test('says what is expected and what to do', () => {
    expect(said('mathematics/differs.md', 'answer-differs')).toBe(
      'This answer differs from that of the same question in chemistry/differs.md:12:1: make them the same.',
    );
    expect(said('chemistry/name.md', 'duplicate-id')).toBe(
      'This file and physics/names.md have the same id, 7: each needs its own, and 15 is free. A question in several subjects must have the same file name in all of them.',
    );
    expect(said('chemistry/unknown.md', 'canonical-unknown')).toBe(
      '"canonical" is /learn/physics/questions/unknown, which is not an address of this question. Write /learn/chemistry/questions/unknown or /learn/mathematics/questions/unknown, or remove the line.',
    );
    expect(said('chemistry/disagree.md', 'canonical-disagrees')).toBe(
      '"canonical" is /learn/mathematics/questions/disagree here and /learn/chemistry/questions/disagree in mathematics/disagree.md:9:12: write the same address in both, or remove one of the lines.',
    );
  });

  test('leaves both files to be published, beside others that claim their id', () => {
    const published = (id: number) =>
      library.catalogue.entries.filter((entry) => entry.id === id).map(({ path }) => path);
    expect(published(7)).toEqual(['chemistry/name.md', 'mathematics/name.md']);
    expect(library.catalogue.questions.filter(({ id }) => id === 9).map(({ path }) => path)).toEqual([
      'mathematics/chosen.md',
    ]);
  });

  test('offers the address that is left for one that is gone', () => {
    const [problem] = findGoneAddresses(library, folder, [`${folder}/physics/good.md`]);
    expect(problem?.message).toContain(
      'add "/learn/physics/questions/good: /learn/chemistry/questions/good" to redirects.yaml',
    );
  });
});

describe('the move of a question in several subjects', () => {
  const temporary = temporaryFolder();
  const put = (path: string, id: number, parts?: Parts) => temporary.put(path, file(path, id, parts));
  const read = (path: string) => readFile(join(temporary.path, path), 'utf8');
  const names = {
    chemistry: { name: 'Chemistry' },
    mathematics: { name: 'Mathematics' },
    law: { name: 'Law' },
  };
  const plan = async (oldName: string, newName: string) =>
    planMove(temporary.path, { oldName, newName }, loadCatalogue(temporary.path), names);

  beforeEach(async () => {
    await put('chemistry/fit.md', 1, { keys: 'file_name: fit.md\nurl: /learn/chemistry/questions/fit\n' });
    await put('mathematics/fit.md', 1, { keys: 'canonical: /learn/chemistry/questions/fit\n' });
    await put('law/b.md', 2, {
      answer: '[a](/learn/chemistry/questions/fit) [b](/learn/mathematics/questions/fit-)',
    });
  });

  /** Does a planned move, and checks what becomes of the library. */
  const carryOut = async ({ writes, remove: removed }: Awaited<ReturnType<typeof plan>>) => {
    await writeFiles(temporary.path, [...writes]);
    for (const path of removed) await rm(join(temporary.path, path));
    // A file that is wrong by itself is left out.
    const catalogue = loadCatalogue(temporary.path);
    const { redirects } = readRedirects(temporary.path);
    return { pages: catalogue.entries.map(({ path }) => path).sort(), redirects: [...redirects] };
  };

  test.each(['fit', '/learn/mathematics/questions/fit'])(
    '%s to a slug renames it everywhere',
    async (old) => {
      expect(await carryOut(await plan(old, '-line--fit'))).toEqual({
        pages: ['chemistry/-line--fit.md', 'law/b.md', 'mathematics/-line--fit.md'],
        redirects: expect.arrayContaining([
          ['/learn/chemistry/questions/fit', '/learn/chemistry/questions/-line--fit'],
          ['/learn/mathematics/questions/fit', '/learn/mathematics/questions/-line--fit'],
        ]) as unknown,
      });
      expect(await read('law/b.md')).toContain(
        '[a](/learn/chemistry/questions/-line--fit) [b](/learn/mathematics/questions/fit-)',
      );
      expect(await read('mathematics/-line--fit.md')).toContain(
        'canonical: /learn/chemistry/questions/-line--fit\n',
      );
    },
  );

  test('to a slug that begins with digits keeps the keys', async () => {
    const { writes } = await plan('fit', '15-fits');
    expect(writes.get('chemistry/15-fits.md')).toContain(
      '\nfile_name: 15-fits.md\nurl: /learn/chemistry/questions/15-fits\n',
    );
  });

  test('to another subject moves the named file alone', async () => {
    const moved = await plan('/learn/chemistry/questions/fit', '/learn/law/questions/fit');
    expect(await carryOut(moved)).toEqual({
      pages: ['law/b.md', 'law/fit.md', 'mathematics/fit.md'],
      redirects: [['/learn/chemistry/questions/fit', '/learn/law/questions/fit']],
    });
    expect(await read('mathematics/fit.md')).toContain('canonical: /learn/law/questions/fit\n');
  });

  test('that cannot be is refused', async () => {
    await expect(plan('fit', '/learn/law/questions/fit')).rejects.toThrow(
      'Several pages have the slug "fit": /learn/chemistry/questions/fit, /learn/mathematics/questions/fit.',
    );
    await expect(plan('/learn/chemistry/questions/fit', '/learn/mathematics/questions/fit')).rejects.toThrow(
      '/learn/mathematics/questions/fit is already the address of another question.',
    );
    await expect(plan('/learn/chemistry/questions/fit', '/learn/mathematics/questions/x')).rejects.toThrow(
      'is already in "mathematics"',
    );
    await put('mathematics/taken.md', 3);
    await expect(plan('fit', 'taken')).rejects.toThrow('/learn/mathematics/questions/taken is already');
    await expect(plan('fit', '---')).rejects.toThrow('is not an address');
  });
});
