import type { Answers } from '@/lib/answer/answers';
import { currentChangedDays, type ChangedDays } from '@/lib/catalogue/changed-days';
import { menuSubjects } from '@/lib/catalogue/menu';
import { lonePages } from '@/lib/pages/pages';
import type { CheckedLibrary } from '@/lib/edit/check';
import { indexFolder } from '@/public/scripts/search/library.js';
import { addSearchIndex } from './add-search-index';
import { compressedOutputs } from './compressed';
import { crawlerOutputs } from './crawler-files';
import type { FileThreads } from './file-threads';
import { Journal } from './manifest';
import { markdownPages } from './markdown-pages';
import { prepareMathFont } from './math-font';
import { writeOutputs, type Output } from './output';
import { PageMaker, type PagesRelease } from './page-maker';
import type { NextRun } from './prerender';
import {
  findEarlier,
  outputPieces,
  pagePieces,
  subjectKeys,
  type OutputPiece,
  type PagePiece,
  type Piece,
} from './pieces';
import { headersOutput } from './headers-output';
import { redirectOutputs } from './redirects';
import { isInShard, type Shard } from './shard';
import { socialImageOutputs } from './social-images';
import { scriptOutputs } from './scripts';
import { sortOut, type ReceivingRelease, type Sorted } from './sort-out';
import type { Source } from './sources';
import { studyCardOutputs } from './study-cards';
import { verifyRelease } from './verify';

export interface ReleaseOptions {
  /** Empty, for the release. */
  folder: string;
  /** Stands for everything but content that the release is made of. */
  template: string;
  threads: FileThreads;
  /** Are closed in the end. */
  answers: Answers;
  /** What may be carried over, the best first. */
  sources: readonly Source[];
  /** Next.js, waiting to make the first pages; is ended in the end. */
  begun?: NextRun | undefined;
  /** The part of the release that is made; all of it where there is none. */
  shard?: Shard | undefined;
  /** Publishes what can be, and reports what cannot. */
  skipBroken?: boolean;
  /** Puts compressed files beside texts. */
  compress?: boolean;
  /** Is told what is being done, a line at a time. */
  report: (line: string) => void;
}

/**
 * Fills the folder of a release: what a source has is carried over, the rest is made, and the whole is verified. When
 * this fails, or the process ends, what was made so far stays for the next build to carry over.
 *
 * @throws UserError when something could not be made, or the release is not whole
 */
export async function makeRelease(
  checked: CheckedLibrary,
  {
    folder,
    template,
    threads,
    answers,
    sources,
    begun,
    shard,
    skipBroken = false,
    compress = false,
    report,
  }: ReleaseOptions,
): Promise<void> {
  const { catalogue } = checked;
  const subjects = subjectKeys(catalogue, template);
  const journal = new Journal(folder, { subjects, base: sources[0]?.manifest });
  try {
    const [changedDays] = await Promise.all([currentChangedDays(), prepareMathFont()]);
    const library = { catalogue, changedDays };
    const earlier = findEarlier(
      subjects,
      sources.map(({ manifest }) => manifest),
    );
    const receiving = { folder, journal, threads, sources };
    const pages = await sortOut(receiving, ofShard(pagePieces(library, template, earlier), shard));
    const release: Release = {
      ...receiving,
      template,
      menu: menuSubjects(catalogue.subjects),
      always: lonePages(library),
      answers,
      begun,
      skipBroken,
      report,
    };
    const addOthers = async () => {
      const listed = outputPieces(await listOutputs(checked, changedDays, answers), template, earlier);
      const outputs = await sortOut(receiving, ofShard(listed, shard));
      await addOutputs(release, outputs);
      return outputs;
    };
    const [, outputs] = await both(addPages(release, pages), addOthers());
    // The folder may be that of an older release, of which the search index alone is gone already.
    const clear = () => threads.clear(folder, [...journal.manifest.files.keys()], indexFolder.slice(1));
    // Not beside the making of pages: the index of a whole library takes as much memory.
    const addIndex = async () => {
      if (!shard) await addSearchIndex(release, catalogue, markdownKeys(outputs.all));
    };
    let [, missing] = await both(addIndex(), compress ? [] : clear());
    if (compress) {
      await addCompressed(release);
      missing = await clear();
    }
    // A shard leads to pages that others make.
    if (!shard)
      await verify(release, [...pages.all, ...outputs.all], missing, skipBroken ? report : undefined);
    journal.complete();
  } catch (error) {
    journal.close();
    throw error;
  } finally {
    await Promise.all([answers.close(), begun?.stop()]);
  }
}

/** Every file of a release but its pages and the search index. */
async function listOutputs(
  { catalogue, redirects }: CheckedLibrary,
  changedDays: ChangedDays,
  answers: Answers,
): Promise<Iterable<Output>> {
  const made = [...(await socialImageOutputs(catalogue)), ...(await scriptOutputs())];
  return (function* () {
    // First, since there is most of it: it is carried over while the others are listed.
    yield* markdownPages(catalogue, async (entry) => (await answers.get(entry)).markdown);
    yield* crawlerOutputs(catalogue, changedDays, async (entry) => (await answers.get(entry)).html);
    yield* studyCardOutputs(catalogue);
    yield* redirectOutputs(redirects);
    yield headersOutput();
    yield* made;
  })();
}

/** Waits for both, so that nothing goes on when one has failed. @throws what the first of them that failed threw */
async function both<One, Other>(one: Promise<One>, other: Promise<Other> | Other): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

function markdownKeys(outputs: readonly OutputPiece[]): Map<string, string> {
  return new Map(outputs.filter(({ path }) => path.endsWith('.md')).map(({ key, path }) => [path, key]));
}

function* ofShard<Kind extends Piece>(pieces: Iterable<Kind>, shard: Shard | undefined): Generator<Kind> {
  for (const piece of pieces) if (isInShard(piece.path, shard)) yield piece;
}

/** A release that is being made. */
type Release = PagesRelease & ReceivingRelease;

async function addPages(release: Release, pages: Sorted<PagePiece>): Promise<void> {
  const { report } = release;
  const { all, missing, carried } = pages;
  report(`Building ${missing.length} pages; ${carried} stay as they are …`);
  const hasShared = await carryShared(release);
  const maker = new PageMaker(release);
  const make = (pieces: readonly PagePiece[]) =>
    maker.make(pieces, !hasShared, describeProgress(pieces.length, report));
  try {
    const [lost] = await Promise.all([pages.lost, make(missing)]);
    // The shared files come from an export, which needs a page.
    await make(missing.length === 0 && lost.length === 0 && !hasShared ? all.slice(0, 1) : lost);
  } finally {
    await maker.close();
  }
}

async function addCompressed(release: Release): Promise<void> {
  const { folder, journal, template, report } = release;
  const outputs = await compressedOutputs(folder, journal.manifest);
  const sorted = await sortOut(release, outputPieces(outputs, template, new Map()));
  report(`Compressing ${sorted.missing.length} files; ${sorted.carried} stay as they are …`);
  await addOutputs(release, sorted);
}

async function addOutputs({ folder, journal }: Release, outputs: Sorted<OutputPiece>): Promise<void> {
  const missing = [...outputs.missing, ...(await outputs.lost)];
  const keys = new Map(missing.map(({ key, output }) => [output, key]));
  await writeOutputs(folder, keys.keys(), (output, size) => {
    const { path, of } = output;
    const key = keys.get(output) ?? '';
    journal.add({ path, key, size, targets: [], stamp: of?.stamp });
  });
}

/** @returns whether the release has the files that all pages share */
async function carryShared({ sources, template, threads, folder, journal }: Release): Promise<boolean> {
  for (const source of sources) {
    const files = [...source.manifest.files]
      .filter(([, { key }]) => key === template)
      .map(([path, file]) => ({ path, file }));
    if (files.length > 0) return (await threads.carry(source, files, folder, journal)).size === 0;
  }
  return false;
}

/** @param missing paths of files that are not where they were put */
async function verify(
  { folder, journal, threads }: Release,
  pieces: readonly Piece[],
  missing: readonly string[],
  reportDeadLink?: (message: string) => void,
): Promise<void> {
  // What was carried over was looked at then.
  const damaged = await threads.findDamaged(folder, journal.made);
  verifyRelease(
    journal.manifest,
    pieces.map(({ path }) => path),
    [...new Set([...missing, ...damaged])],
    reportDeadLink,
  );
}

/** Tells, for as many pages as take a while, how far it is and how long it will take. */
function describeProgress(total: number, report: (line: string) => void): (done: number) => void {
  const started = performance.now();
  return (done) => {
    const perPage = (performance.now() - started) / done;
    if (done === total) return;
    const minutes = Math.ceil((perPage * (total - done)) / 60_000);
    report(`${done} of ${total} pages, ${(1000 / perPage).toFixed(0)} a second, about ${minutes} min left …`);
  };
}
