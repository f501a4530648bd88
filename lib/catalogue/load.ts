import { groupBy } from '@/lib/group-by';
import { readArticle, type Answer, type Article, type Reading } from '@/lib/source/article';
import { compareProblems, errorAt, type Finding, type Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';
import { Catalogue, type Entry } from './catalogue';
import { contentFolder, displayPath, listContent, readContent } from './content-folder';
import { readSubjectNames } from './subjects';

/** What one pass over a content folder gives. */
export interface Library {
  /** Every article that could be read. */
  catalogue: Catalogue;
  /** In the order of the files. */
  problems: Problem[];
}

/** What else is to be said of an article, found where the catalogue does not look: in its answer. */
export type Inspect = (article: Article, placeInAnswer: Reading['placeInAnswer']) => Promise<Finding[]>;

/** Reads every file of a content folder, once. @throws UserError when there is nothing to read. */
export async function loadLibrary(folder: string, inspect?: Inspect): Promise<Library> {
  const { paths, problems: misfiled } = await listContent(folder);
  if (paths.length === 0 && misfiled.length === 0) {
    throw new UserError(
      `The content folder ${folder} holds no questions. Put one at <subject>/<slug>.md, or point CONTENT_DIR at another folder.`,
    );
  }
  const { names, problems: subjectProblems } = await readSubjectNames(folder);
  const problems = [...misfiled, ...subjectProblems];
  const entries: Entry[] = [];
  const inspections: Promise<Problem[]>[] = [];
  for (const path of paths) {
    const { article, problems: found, placeInAnswer } = await readOne(folder, path);
    problems.push(...found);
    if (!article) continue;
    entries.push(toEntry(article, path));
    if (!inspect) continue;
    const file = displayPath(folder, path);
    const inspection = inspect(article, placeInAnswer);
    inspections.push(inspection.then((findings) => findings.map((finding) => ({ file, ...finding }))));
  }
  problems.push(...findClashes(folder, entries), ...(await Promise.all(inspections)).flat());
  return { catalogue: new Catalogue(entries, names), problems: problems.sort(compareProblems) };
}

/** The answer of an entry, from its file. @throws Error when the file has changed into one that cannot be read. */
export async function readAnswer(entry: Entry, folder = contentFolder()): Promise<Answer> {
  const { article } = await readOne(folder, entry.path);
  if (!article) {
    throw new Error(`${displayPath(folder, entry.path)} was broken while the site was being built`);
  }
  return article.answer;
}

async function readOne(folder: string, path: string): Promise<Reading> {
  return readArticle({ file: displayPath(folder, path), path, bytes: await readContent(folder, path) });
}

function toEntry({ answer: _, ...rest }: Article, path: string): Entry {
  return { ...rest, path };
}

/** Two files may claim one address, as the slugs of "C" and "C++" are both `c`, or one id. */
function findClashes(folder: string, entries: readonly Entry[]): Problem[] {
  return [
    ...clashesOf(folder, entries, 'duplicate-address', ({ address }) => `the address ${address}`),
    ...clashesOf(folder, entries, 'duplicate-id', ({ id }) => `the id ${id}`),
  ];
}

function clashesOf(
  folder: string,
  entries: readonly Entry[],
  code: string,
  claim: (entry: Entry) => string,
): Problem[] {
  return [...groupBy(entries, claim)]
    .filter(([, claimants]) => claimants.length > 1)
    .flatMap(([claimed, claimants]) =>
      claimants.map((entry) => {
        const others = claimants
          .filter((other) => other !== entry)
          .map(({ path }) => displayPath(folder, path));
        const message = `This file claims ${claimed}, and so does ${others.join(', ')}: each needs its own.`;
        return { file: displayPath(folder, entry.path), ...errorAt({ line: 1, column: 1 }, code, message) };
      }),
    );
}
