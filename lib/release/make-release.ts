import type { Answers } from '@/lib/answer/answers';
import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { menuSubjects } from '@/lib/catalogue/menu';
import { isAlone } from '@/lib/pages/pages';
import type { CheckedLibrary } from '@/lib/edit/check';
import { groupBy } from '@/lib/group-by';
import { addSearchIndex } from './add-search-index';
import { compressedOutputs } from './compressed';
import { crawlerOutputs } from './crawler-files';
import { FileThreads } from './file-threads';
import { Journal } from './manifest';
import { markdownPages } from './markdown-pages';
import { prepareMathFont } from './math-font';
import { writeOutputs } from './output';
import { PageMaker, type PagesRelease } from './page-maker';
import type { NextRun } from './prerender';
import { outputPiece, pagePieces, type OutputPiece, type PagePiece, type Piece } from './pieces';
import { headersOutput } from './headers-output';
import { redirectOutputs } from './redirects';
import { isInShard, type Shard } from './shard';
import { socialImageOutputs } from './social-images';
import { scriptOutputs } from './scripts';
import { splitPieces, type Source } from './sources';
import { studyCardOutputs } from './study-cards';
import { templateKey } from './template';
import { verifyRelease } from './verify';

export interface ReleaseOptions {
  /** Empty, for the release. */
  folder: string;
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
  { catalogue, redirects }: CheckedLibrary,
  { folder, answers, sources, begun, shard, skipBroken = false, compress = false, report }: ReleaseOptions,
): Promise<void> {
  const journal = new Journal(folder);
  const threads = new FileThreads();
  try {
    const [template, changedDays] = await Promise.all([
      templateKey(),
      currentChangedDays(),
      prepareMathFont(),
    ]);
    const isOurs = ({ path }: Piece) => isInShard(path, shard);
    const all = [...pagePieces({ catalogue, changedDays }, template)];
    const pages = all.filter(isOurs);
    const outputs = [
      ...studyCardOutputs(catalogue),
      ...redirectOutputs(redirects),
      headersOutput(),
      ...(await socialImageOutputs(catalogue)),
      ...crawlerOutputs(catalogue, changedDays, async (entry) => (await answers.get(entry)).html),
      ...markdownPages(catalogue, async (entry) => (await answers.get(entry)).markdown),
      ...(await scriptOutputs()),
    ]
      .map((output) => outputPiece(output, template))
      .filter(isOurs);
    const always = all.map(({ page }) => page).filter(isAlone);
    const menu = menuSubjects(catalogue.subjects);
    const release: Release = {
      folder,
      journal,
      threads,
      sources,
      template,
      menu,
      always,
      answers,
      begun,
      skipBroken,
      report,
    };
    const addOthers = async () => {
      await addOutputs(release, outputs);
      if (!shard) await addSearchIndex(release, catalogue, markdownKeys(outputs));
    };
    await allOf([addPages(release, pages), addOthers()]);
    // A shard leads to pages that others make.
    if (!shard) await verify(release, [...pages, ...outputs], skipBroken ? report : undefined);
    if (compress) await addCompressed(release);
    journal.complete();
  } catch (error) {
    journal.close();
    throw error;
  } finally {
    await Promise.all([threads.close(), answers.close(), begun?.stop()]);
  }
}

/** Waits for all, so that nothing goes on when one has failed. @throws what the first of them that failed threw */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

function markdownKeys(outputs: readonly OutputPiece[]): Map<string, string> {
  return new Map(outputs.filter(({ path }) => path.endsWith('.md')).map(({ key, path }) => [path, key]));
}

/** A release that is being made. */
interface Release extends PagesRelease {
  threads: FileThreads;
  /** What may be carried over, the best first. */
  sources: readonly Source[];
}

async function addPages(release: Release, pieces: readonly PagePiece[]): Promise<void> {
  const { report } = release;
  const hasShared = await carryShared(release);
  const { carried, made } = splitPieces(pieces, release.sources);
  report(`Building ${made.length} pages; ${carried.length} stay as they are …`);
  const maker = new PageMaker(release);
  const make = (missing: readonly PagePiece[]) =>
    maker.make(missing, !hasShared, describeProgress(missing.length, report));
  try {
    const [lost] = await Promise.all([carry(release, carried), make(made)]);
    // The shared files come from an export, which needs a page.
    await make(made.length === 0 && lost.length === 0 && !hasShared ? pieces.slice(0, 1) : lost);
  } finally {
    await maker.close();
  }
}

async function addCompressed(release: Release): Promise<void> {
  const { folder, journal, template, report } = release;
  const outputs = await compressedOutputs(folder, journal.manifest);
  const pieces = outputs.map((output) => outputPiece(output, template));
  await addOutputs(release, pieces, (made, carried) => {
    report(`Compressing ${made} files; ${carried} stay as they are …`);
  });
}

/** @param onBegin is told how many are made, and how many carried over */
async function addOutputs(
  release: Release,
  pieces: readonly OutputPiece[],
  onBegin: (made: number, carried: number) => void = () => undefined,
): Promise<void> {
  const { carried, made } = splitPieces(pieces, release.sources);
  onBegin(made.length, carried.length);
  const lost = await carry(release, carried);
  const missing = [...made, ...lost];
  const keys = new Map(missing.map(({ key, output }) => [output, key]));
  await writeOutputs(release.folder, keys.keys(), (output, size) => {
    const { path } = output;
    const key = keys.get(output) ?? '';
    release.journal.add({ path, key, size, targets: [] });
  });
}

/** @returns whether the release has the files that all pages share */
async function carryShared({ sources, template, threads, folder, journal }: Release): Promise<boolean> {
  for (const source of sources) {
    const paths = [...source.files].filter(([, { key }]) => key === template).map(([path]) => path);
    if (paths.length > 0) return (await threads.carry(source, paths, folder, journal)).size === 0;
  }
  return false;
}

/** @returns pieces that the source does not have any more */
async function carry<Kind extends Piece>(
  { threads, folder, journal }: Release,
  carried: readonly { piece: Kind; source: Source }[],
): Promise<Kind[]> {
  const lost = new Set<string>();
  for (const [source, group] of groupBy(carried, (item) => item.source)) {
    const paths = group.map(({ piece }) => piece.path);
    for (const path of await threads.carry(source, paths, folder, journal)) lost.add(path);
  }
  return carried.map(({ piece }) => piece).filter(({ path }) => lost.has(path));
}

async function verify(
  { folder, journal, threads }: Release,
  pieces: readonly Piece[],
  reportDeadLink?: (message: string) => void,
): Promise<void> {
  const { manifest } = journal;
  const files = [...manifest.files].map(([path, { size }]) => ({ path, size }));
  const damaged = await threads.findDamaged(folder, files);
  verifyRelease(
    manifest,
    pieces.map(({ path }) => path),
    damaged,
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
