import type { Subject } from '@/lib/catalogue/catalogue';
import { addAll } from '@/lib/add-all';
import { produceAndConsume } from '@/lib/produce-and-consume';
import type { FileRecord } from './artifacts/artifact';
import { compressedArtifacts } from './artifacts/compressed';
import type { MakerContext } from './artifacts/makers';
import { divide, type Plan, type EarlierRelease } from './plan/plan';
import type { ReleaseThreads } from './release-threads';
import { isOfSearchIndex, makeSearchIndex, makeWholeIndex } from './search-index';
import { removeFiles } from './store/keep-files';
import { journalFileOf } from './store/release-folders';
import { appendToJournal, beginJournal, type ReleaseIndex } from './store/release-index';

/** The files of a release, or of a shard of one. */
export interface MadeRelease {
  files: readonly FileRecord[];
  /** The files that were made, without kept ones. */
  made: readonly FileRecord[];
  /** Addresses within the site that made pages link to, each with the path of one such page. */
  targets: ReadonlyMap<string, string>;
}

/** The folder in which a release is made, and the releases that it takes unchanged files from. */
export interface Workplace {
  /** The folder in which the release is made. Empty, or with the files of an old release. */
  folder: string;
  /** The index of the files in the folder. */
  present: ReleaseIndex;
  /** Releases from which files can be kept, the release in use first. */
  earlierReleases: readonly EarlierRelease[];
}

export interface MakeOptions {
  threads: Pick<ReleaseThreads, 'keep' | 'make'>;
  subjects: readonly Subject[];
  /** The version of the code that compresses texts; undefined to write no compressed files. */
  compress: string | undefined;
  /** Called with each line of progress. */
  report: (line: string) => void;
}

/**
 * Carries out a plan. Appends every file that was made to the journal of the release, so that the next build
 * can keep it if this one is interrupted.
 *
 * @throws UserError if something cannot be made
 */
export async function makeRelease(
  plan: Plan,
  { folder, present, earlierReleases }: Workplace,
  context: MakerContext,
  { threads, subjects, compress, report }: MakeOptions,
): Promise<MadeRelease> {
  const journal = journalFileOf(folder);
  beginJournal(journal, plan.contexts);
  const files: FileRecord[] = [];
  const made: FileRecord[] = [];
  const targets = new Map<string, string>();
  const produce = async (
    { make, keep }: Pick<Plan, 'make' | 'keep'>,
    onDone: (records: readonly FileRecord[]) => void = () => undefined,
  ) => {
    const lost = await threads.keep(keep, folder, present);
    const gone = new Set(lost);
    const kept = keep.filter(({ artifact }) => !gone.has(artifact)).map(({ record }) => record);
    addAll(files, kept);
    onDone(kept);
    const progress = reportProgress(make.length + lost.length, report);
    const produced = await threads.make([...make, ...lost], context, (records) => {
      appendToJournal(journal, records);
      onDone(records);
      progress(records.length);
    });
    addAll(files, produced.files);
    addAll(made, produced.files);
    for (const [target, path] of produced.targets) targets.set(target, path);
  };
  report(`Making ${plan.make.length} files; ${plan.keep.length} are kept …`);
  const artifacts = [...plan.make, ...plan.keep.map(({ artifact }) => artifact)];
  const questions = artifacts.filter(({ kind }) => kind === 'markdown');
  const [earlier] = earlierReleases;
  const key = plan.searchKey;
  if (key === undefined) {
    await produce(plan);
  } else if (earlier) {
    await produce(plan);
    const dropped = plan.drop.filter((path) => path.startsWith('learn/') && path.endsWith('.md'));
    addAll(files, await makeSearchIndex({ folder, key, earlier, subjects, questions, dropped }));
  } else {
    // This thread makes the search index while worker threads make the other files.
    const paths = new Set(questions.map(({ path }) => path));
    const index = await produceAndConsume<readonly FileRecord[], FileRecord[]>(
      (onDone) => produce(plan, onDone),
      (done) => makeWholeIndex({ folder, key, subjects, questions: pathsAmong(paths, done) }),
    );
    addAll(files, index);
  }
  if (compress !== undefined) {
    const compressed = divide(compressedArtifacts(files, compress), earlierReleases);
    report(`Compressing ${compressed.make.length} files; ${compressed.keep.length} are kept …`);
    await produce(compressed);
  }
  const wanted = new Set(files.map(({ path }) => path));
  removeFiles(
    folder,
    [...present.files.keys()].filter((path) => !wanted.has(path) && !isOfSearchIndex(path)),
  );
  return { files, made, targets };
}

async function* pathsAmong(
  paths: ReadonlySet<string>,
  done: AsyncIterable<readonly FileRecord[]>,
): AsyncGenerator<FileRecord> {
  for await (const records of done) yield* records.filter(({ path }) => paths.has(path));
}

/** Milliseconds between two progress reports. */
const reportInterval = 10_000;

/** Reports the progress of long work and the estimated remaining time. */
function reportProgress(total: number, report: (line: string) => void): (count: number) => void {
  const started = performance.now();
  let done = 0;
  let last = started;
  return (count) => {
    done += count;
    const now = performance.now();
    if (now - last < reportInterval || done === 0) return;
    last = now;
    const each = (now - started) / done;
    const minutes = Math.ceil((each * (total - done)) / 60_000);
    report(`${done} of ${total} files, ${(1000 / each).toFixed(0)} a second, about ${minutes} min left …`);
  };
}
