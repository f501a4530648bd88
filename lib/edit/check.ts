import { answerFailedMessage } from '@/lib/answer/answer-failed';
import { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { displayPath, displayPaths, listContent } from '@/lib/catalogue/content-folder';
import { readRedirects, redirectsFile, type Redirects } from '@/lib/catalogue/redirects';
import { readSubjectNames } from '@/lib/catalogue/subjects';
import { publicFiles } from '@/lib/files/public-files';
import { homePath, learnPath, searchPath, studyPath, subjectPath } from '@/lib/site';
import { groupBy } from '@/lib/group-by';
import { boundProblems, compareProblems, type Problem } from '@/lib/source/problem';
import { runInThread } from '@/lib/threads/pool';
import { ProcessPool } from '@/lib/threads/process-pool';
import { UserError } from '@/lib/user-error';
import type { Examination } from './examine';
import { ExaminationCache } from './examination-cache';
import { failedExamination } from './failed-examination';
import { checkTogether, findErrorsTogether, type Examined } from './rules';
import stampFiles, { type StampRequest } from './stamp-worker';
import type { ExamineRequest } from './worker';

/** The result of checking a content folder. */
export interface CheckedLibrary {
  /** Every article that could be read. */
  catalogue: Catalogue;
  /** Redirects from an address without a question to an existing question. */
  redirects: Redirects;
  /** Sorted by file, line and column. */
  problems: Problem[];
  /** Number of checked files. */
  count: number;
  /** Number of files that were read because they are new or changed. */
  readCount: number;
}

/**
 * Number of files that a process examines per request, and number of requests at a time: more than there are
 * processes, so that no process waits for a request.
 */
const batchSize = 16;
const batchesAhead = 6;

/** Codes of problems that may not occur the next time. Examinations with such a problem are not cached. */
const lossCodes = ['answer-failed', 'file-unreadable'];

/** Time limit for reading the stamps of a large library on a slow disk. */
const stampMilliseconds = 600_000;

/** Up to this number of files, reading their stamps takes less time than starting a thread. */
const fewFiles = 5000;

export interface CheckOptions {
  /** Called after each batch with the number of checked files and the number of all files. */
  progress?: (done: number, total: number) => void;
  /** Finds only errors. This is faster, because most warnings across files need comparisons of all files. */
  errorsOnly?: boolean;
  /** Folder that stores the rendered answers of the files that are read, for a build that follows. */
  answersFolder?: string;
}

/**
 * Finds all problems of a content folder. Unchanged files are not read again.
 *
 * @throws UserError if the folder contains no questions
 */
export async function checkLibrary(
  folder: string,
  { progress = () => undefined, errorsOnly = false, answersFolder }: CheckOptions = {},
): Promise<CheckedLibrary> {
  const { listed, named, moved, publicAddresses, examined } = await examineLibrary(
    folder,
    progress,
    answersFolder,
  );
  const { paths, problems: misfiled } = listed;
  const { names, problems: subjectProblems } = named;
  const { examinations, readCount } = examined;
  const nameOf = displayPaths(folder);
  const files = examinations.filter(
    (examination): examination is Examined => examination.entry !== undefined,
  );
  const catalogue = new Catalogue(withoutClashes(files.map(({ entry }) => entry)), names);
  const pages = new Set([
    homePath,
    learnPath,
    searchPath,
    studyPath,
    ...publicAddresses,
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
      unfinished: examinations.flatMap((examination) => asExamined(examination) ?? []),
      paths,
      catalogue,
      fileOf: ({ path }) => nameOf(path),
      names,
      redirects: moved.redirects,
      redirectLines: moved.lines,
      redirectsFile: displayPath(folder, redirectsFile),
      pages,
    }),
  ];
  return {
    catalogue,
    redirects: usableRedirects(moved.redirects, catalogue),
    problems: [...groupBy(problems, ({ file }) => file).values()]
      .flatMap(boundProblems)
      .filter(({ severity }) => !errorsOnly || severity === 'error')
      .sort(compareProblems),
    count: paths.length,
    readCount,
  };
}

/** Reads a content folder: the examinations of its question files, and its other files. */
async function examineLibrary(
  folder: string,
  progress: (done: number, total: number) => void,
  answersFolder: string | undefined,
) {
  const examiner = new Examiner(folder, answersFolder);
  try {
    const listed = listContent(folder);
    if (listed.paths.length === 0 && listed.problems.length === 0) {
      throw new UserError(
        `The content folder ${folder} contains no questions. Put one at <subject>/<slug>.md, or point CONTENT_DIR at another folder.`,
      );
    }
    const named = readSubjectNames(folder);
    const moved = readRedirects(folder);
    const publicAddresses = listPublicFiles();
    const examined = await examineAll(folder, listed.paths, progress, examiner);
    return { listed, named, moved, publicAddresses, examined };
  } finally {
    await examiner.close();
  }
}

/** A file with errors, for the rules that need only its readable values; undefined if there are none. */
function asExamined(examination: Examination): Examined | undefined {
  const { unfinished } = examination;
  if (!unfinished) return undefined;
  const { problems, places, links, anchors, images, signature, answerHash } = examination;
  return { entry: unfinished, unfinished, problems, places, links, anchors, images, signature, answerHash };
}

/**
 * Removes all but the first of several questions with the same id, because the catalogue has one question for
 * each id.
 */
function withoutClashes(entries: readonly Entry[]): Entry[] {
  const slugs = new Map<number, string>();
  for (const { id, slug } of entries) if (!slugs.has(id)) slugs.set(id, slug);
  return entries.filter(({ id, slug }) => slugs.get(id) === slug);
}

function usableRedirects(redirects: Redirects, catalogue: Catalogue): Redirects {
  return new Map([...redirects].filter(([from, to]) => !catalogue.find(from) && catalogue.find(to)));
}

/** Addresses of local images and other public files. */
function listPublicFiles(): string[] {
  return publicFiles().map((file) => encodeURI(`/${file}`));
}

async function examineAll(
  folder: string,
  paths: readonly string[],
  progress: (done: number, total: number) => void,
  examiner: Examiner,
): Promise<{ examinations: Examination[]; readCount: number }> {
  const [stamps, cache] = await Promise.all([
    readStamps({ folder, paths }),
    ExaminationCache.open(process.cwd(), folder),
  ]);
  const examinations = paths.map((path, index) => cache.get(path, stamps[index] ?? ''));
  const unread: { path: string; index: number }[] = [];
  for (const [index, path] of paths.entries()) if (!examinations[index]) unread.push({ path, index });
  const known = paths.length - unread.length;
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < unread.length) {
      const batch = unread.slice(next, (next += batchSize));
      const found = await examiner.examine(batch.map(({ path }) => path));
      for (const [place, { path, index }] of batch.entries()) {
        const examination = found[place];
        if (!examination) throw new Error(`The examination of ${path} is missing`);
        examinations[index] = examination;
        // A failure caused by a time limit or a missing file may not occur the next time.
        const isLost = examination.problems.some(({ code }) => lossCodes.includes(code));
        if (!isLost) cache.set(path, stamps[index] ?? '', examination);
      }
      done += batch.length;
      progress(known + done, paths.length);
    }
  };
  await Promise.all(Array.from({ length: batchesAhead }, work));
  cache.save(paths);
  return { examinations: examinations.filter((found) => found !== undefined), readCount: unread.length };
}

/** The stamp of each file. */
async function readStamps(request: StampRequest): Promise<string[]> {
  return request.paths.length <= fewFiles
    ? stampFiles(request)
    : // In a thread, so that the stamps are read while this thread reads the cache.
      runInThread<string[]>('lib/edit/stamp-worker.ts', request, stampMilliseconds);
}

/** Examines files in separate processes, in batches unless one fails. */
class Examiner {
  readonly #pool = new ProcessPool<ExamineRequest, Examination[]>('lib/edit/worker.ts');
  readonly #folder: string;
  readonly #answersFolder: string | undefined;

  constructor(folder: string, answersFolder: string | undefined) {
    this.#folder = folder;
    this.#answersFolder = answersFolder;
    // Almost every check examines a file, and reading the caches takes time, so the first process starts now.
    this.#pool.prepare();
  }

  /** Returns one examination for each path, in the same order. */
  async examine(paths: readonly string[]): Promise<Examination[]> {
    const reply = await this.#pool.run({ folder: this.#folder, paths, answersFolder: this.#answersFolder });
    if ('result' in reply) return reply.result;
    const [only, ...others] = paths;
    if (only !== undefined && others.length === 0) {
      const message = answerFailedMessage(reply.fault);
      return [failedExamination(displayPath(this.#folder, only), 'answer-failed', message)];
    }
    // The limits of time and memory are those of one file: a file that exceeds them must not fail the others.
    return (await Promise.all(paths.map((path) => this.examine([path])))).flat();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
