import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { listContent, readContent } from '@/lib/catalogue/content-folder';
import { readRedirects } from '@/lib/catalogue/redirects';
import { readSubjectNames } from '@/lib/catalogue/subjects';
import { examine, type Examination } from '@/lib/edit/examine';
import { findErrorsTogether, type Examined } from '@/lib/edit/rules';
import { subjectPath } from '@/lib/site';
import { formatProblem, hasErrors } from '@/lib/source/problem';
import { apply, randomEdits } from './random-edits';
import { temporaryFolder } from './temporary-folder';

const temporary = temporaryFolder();

const subjects = ['law', 'physics'];

/**
 * Every form of file that the edits have to know: of the source library, with links and with related
 * articles.
 */
async function createLibrary(folder: string): Promise<void> {
  for (const name of [...subjects, 'subjects.yaml']) {
    await cp(join('content', name), join(folder, 'content', name), { recursive: true });
  }
}

/**
 * What {@link errorsOf} found in files before, by their paths and texts: most are the same in every library.
 */
const examined = new Map<string, Examination>();

/** The errors of a library, as `npm run check` names them; without its threads, which take seconds to start. */
function errorsOf(folder: string): string[] {
  const { paths, problems } = listContent(folder);
  const { names, problems: inSubjects } = readSubjectNames(folder);
  const moved = readRedirects(folder);
  const examinations: Examination[] = [];
  for (const path of paths) {
    const bytes = readContent(folder, path);
    const key = `${path}\n${Buffer.from(bytes).toString()}`;
    const examination = examined.get(key) ?? examine({ file: path, path, bytes });
    examined.set(key, examination);
    examinations.push(examination);
  }
  const files = examinations.filter((found): found is Examined => found.entry !== undefined);
  const catalogue = new Catalogue(
    files.map(({ entry }) => entry),
    names,
  );
  const together = findErrorsTogether({
    files,
    unfinished: [],
    paths,
    catalogue,
    fileOf: ({ path }) => path,
    names,
    redirects: moved.redirects,
    redirectLines: moved.lines,
    redirectsFile: 'redirects.yaml',
    pages: new Set(subjects.map(subjectPath)),
  });
  const all = [
    ...problems,
    ...inSubjects,
    ...moved.problems,
    ...examinations.flatMap((found) => found.problems),
  ];
  return [...all, ...together].filter((problem) => hasErrors([problem])).map(formatProblem);
}

test('a library has no errors after random edits, whatever their seed', async () => {
  let seed = 0;
  while (seed < 100) {
    seed += 1;
    const library = { folder: join(temporary.path, String(seed)), siteUrl: '' };
    await createLibrary(library.folder);
    const edits = randomEdits(seed, 20);
    for (const edit of edits) await apply(library, edit);
    expect(errorsOf(join(library.folder, 'content')), `seed ${seed}`).toEqual([]);
  }
}, 240_000);

test('the last question of a library stays', async () => {
  const library = { folder: temporary.path, siteUrl: '' };
  await createLibrary(library.folder);
  for (let number = 1; number < 30; number += 1) await apply(library, { kind: 'remove', place: 0, number });
  expect(listContent(join(library.folder, 'content')).paths).toHaveLength(1);
});

test('an answer of the source library is changed where it stands', async () => {
  const library = { folder: temporary.path, siteUrl: '' };
  await createLibrary(library.folder);
  const content = join(library.folder, 'content');
  const { paths } = listContent(content);
  const texts = await Promise.all(paths.map((path) => readFile(join(content, path), 'utf8')));
  const place = texts.findIndex((text) => /^answer:/m.test(text));
  expect(place).not.toBe(-1);
  await apply(library, { kind: 'answer', place, number: 7 });
  const [, keys = '', body = ''] = (await readFile(join(content, paths[place] ?? ''), 'utf8')).split('---\n');
  expect(keys.replace(/\s+/g, ' ')).toContain('\\n\\nLine 7, with $x^{7}$.');
  expect(body.trim()).toBe('&nbsp;');
});
