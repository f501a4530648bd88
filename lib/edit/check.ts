import { statSync } from 'node:fs';
import { join } from 'node:path';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { displayPath, listContent, readContent } from '@/lib/catalogue/content-folder';
import { readRedirects, redirectsFile, type Redirects } from '@/lib/catalogue/redirects';
import { readSubjectNames } from '@/lib/catalogue/subjects';
import { homePath, learnPath, searchPath, subjectPath } from '@/lib/site';
import type { SourceFile } from '@/lib/source/article';
import { compareProblems, errorAt, type Problem } from '@/lib/source/problem';
import { ThreadPool } from '@/lib/threads/pool';
import { UserError } from '@/lib/user-error';
import type { Examination } from './examine';
import { ExaminationCache } from './examination-cache';
import { checkTogether, findErrorsTogether, type Examined } from './rules';

/** A content folder, looked over. */
export interface CheckedLibrary {
  /** Every article that could be read. */
  catalogue: Catalogue;
  redirects: Redirects;
  /** By file, line and column. */
  problems: Problem[];
  /** How many files were looked at. */
  count: number;
}

/** Files that a thread is given at a time, and batches that are read ahead, so that no thread waits. */
const batchSize = 16;
const batchesAhead = 6;

export interface CheckOptions {
  /** Is told, now and then, how many of how many files were looked at. */
  progress?: (done: number, total: number) => void;
  /** Leaves out what no page is wrong for: warnings, most of which compare every file with every other. */
  errorsOnly?: boolean;
}

/**
 * Finds everything that is wrong with a content folder. Files that are as they were the last time are not read again.
 *
 * @throws UserError when there is nothing to read
 */
export async function checkLibrary(
  folder: string,
  { progress = () => undefined, errorsOnly = false }: CheckOptions = {},
): Promise<CheckedLibrary> {
  const { paths, problems: misfiled } = await listContent(folder);
  if (paths.length === 0 && misfiled.length === 0) {
    throw new UserError(
      `The content folder ${folder} holds no questions. Put one at <subject>/<slug>.md, or point CONTENT_DIR at another folder.`,
    );
  }
  const [{ names, problems: subjectProblems }, moved] = await Promise.all([
    readSubjectNames(folder),
    readRedirects(folder),
  ]);
  const examinations = await examineAll(folder, paths, progress);
  const files = examinations.flatMap((examination, index): Examined[] => {
    const { entry } = examination;
    return entry ? [{ ...examination, file: displayPath(folder, paths[index] ?? ''), entry }] : [];
  });
  const catalogue = new Catalogue(
    files.map(({ entry }) => entry),
    names,
  );
  const pages = new Set([
    homePath,
    learnPath,
    searchPath,
    ...catalogue.subjects.map(({ slug }) => subjectPath(slug)),
  ]);
  const together = errorsOnly ? findErrorsTogether : checkTogether;
  const problems = [
    ...misfiled,
    ...subjectProblems,
    ...moved.problems,
    ...examinations.flatMap((examination) => examination.problems),
    ...together({
      files,
      names,
      redirects: moved.redirects,
      redirectLines: moved.lines,
      redirectsFile: displayPath(folder, redirectsFile),
      pages,
    }),
  ];
  return {
    catalogue,
    redirects: moved.redirects,
    problems: problems.filter(({ severity }) => !errorsOnly || severity === 'error').sort(compareProblems),
    count: paths.length,
  };
}

async function examineAll(
  folder: string,
  paths: readonly string[],
  progress: (done: number, total: number) => void,
): Promise<Examination[]> {
  const cache = await ExaminationCache.open(process.cwd(), folder);
  const examiner = new Examiner();
  const found = new Map<string, Examination>();
  let next = 0;
  const work = async () => {
    while (next < paths.length) {
      const batch = paths.slice(next, (next += batchSize));
      const stamps = batch.map((path) => stampOf(join(folder, path)));
      const unknown = batch.filter((path, index) => {
        const examination = cache.get(path, stamps[index] ?? '');
        if (examination) found.set(path, examination);
        return !examination;
      });
      const sources = await Promise.all(unknown.map((path) => readSource(folder, path)));
      for (const [path, examination] of await examiner.examine(sources)) {
        found.set(path, examination);
        // What failed for want of time may succeed the next time.
        const isLost = examination.problems.some(({ code }) => code === 'answer-failed');
        if (!isLost) cache.set(path, stamps[batch.indexOf(path)] ?? '', examination);
      }
      progress(found.size, paths.length);
    }
  };
  await Promise.all(Array.from({ length: batchesAhead }, work));
  await Promise.all([examiner.close(), cache.save(paths)]);
  return paths.flatMap((path) => found.get(path) ?? []);
}

async function readSource(folder: string, path: string): Promise<SourceFile> {
  return { file: displayPath(folder, path), path, bytes: await readContent(folder, path) };
}

/** Examines files in threads of their own, many at a time where all goes well. */
class Examiner {
  readonly #pool = new ThreadPool<SourceFile[], Examination[]>('lib/edit/worker.ts');

  async examine(sources: SourceFile[]): Promise<[path: string, examination: Examination][]> {
    if (sources.length === 0) return [];
    const reply = await this.#pool.run(sources);
    if ('result' in reply) {
      return sources.flatMap(({ path }, index) => {
        const examination = reply.result[index];
        return examination ? [[path, examination]] : [];
      });
    }
    const [only, ...others] = sources;
    if (only && others.length === 0) return [[only.path, failed(only.file, reply.fault)]];
    // One of them takes too long: the others shall not share its fate.
    const singly = await Promise.all(sources.map((source) => this.examine([source])));
    return singly.flat();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

/** Changes whenever a file does, whatever clock or editor changed it. Synchronous, which is several times faster. */
function stampOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? [found.ino, found.size, found.mtimeNs, found.ctimeNs].join() : '';
}

function failed(file: string, fault: string): Examination {
  const message = `The file could not be read to its end: ${fault}. Make the answer shorter, or its nesting simpler.`;
  const start = { line: 1, column: 1 };
  return {
    entry: undefined,
    problems: [{ file, ...errorAt(start, 'answer-failed', message) }],
    places: { id: start, title: start, subject: start, description: start, related: [] },
    links: [],
    signature: '',
  };
}
