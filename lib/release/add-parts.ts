import type { Subject } from '@/lib/catalogue/catalogue';
import type { Redirects } from '@/lib/catalogue/redirects';
import type { Library } from '@/lib/pages/library';
import { subjectPages } from '@/lib/pages/pages';
import type { CarriedAhead } from './ahead';
import { compressedOutputs } from './compressed';
import { crawlerOutputs } from './crawler-files';
import { headersOutput } from './headers-output';
import { markdownPages } from './markdown-pages';
import { writeOutputs, type Output } from './output';
import { PageMaker, type PagesRelease } from './page-maker';
import { partOf, sitePart } from './part';
import { outputPieces, pagePieces, type OutputPiece, type PagePiece, type Piece } from './pieces';
import { redirectOutputs } from './redirects';
import { scriptOutputs } from './scripts';
import { isInShard, type Shard } from './shard';
import { socialImageOutputs } from './social-images';
import { sortOut, type ReceivingRelease, type Sorted } from './sort-out';
import { studyCardOutputs } from './study-cards';
import type { EarlierReleases } from './subject-keys';

/** A release that is being made. */
export interface Release extends PagesRelease, ReceivingRelease {
  ahead: CarriedAhead;
  library: Library;
  redirects: Redirects;
  earlier: EarlierReleases;
  shard: Shard | undefined;
}

/**
 * Adds what belongs to some subjects, and what belongs to none where that is named.
 *
 * @param needsShared whether the release lacks the files that all pages share
 * @returns everything that was added
 */
export async function addParts(
  release: Release,
  names: readonly string[],
  needsShared: boolean,
): Promise<readonly Piece[]> {
  const { library, always, template, earlier, ahead, shard } = release;
  // Nothing is carried over what is made.
  await Promise.all(names.flatMap((name) => ahead.parts.get(name) ?? []));
  const wanted = new Set(names);
  const subjects = library.catalogue.subjects.filter(({ slug }) => wanted.has(slug));
  const pagesOf = function* () {
    if (wanted.has(sitePart)) yield* always;
    yield* subjectPages(library, subjects);
  };
  const listed = pagePieces(library, pagesOf(), template, earlier);
  const pages = await sortOut(release, ofShard(listed, shard));
  const addOthers = async () => {
    const outputs = await listOutputs(release, wanted, subjects);
    const sorted = await sortOut(release, ofShard(outputPieces(outputs, template, earlier), shard));
    await addOutputs(release, sorted);
    return sorted.all;
  };
  const [, outputs] = await Promise.all([addPages(release, pages, needsShared), addOthers()]);
  return [...pages.all, ...outputs];
}

/** Every file that belongs to some parts but pages and the search index. */
async function listOutputs(
  { library: { catalogue, changedDays }, redirects, answers }: Release,
  wanted: ReadonlySet<string>,
  subjects: readonly Subject[],
): Promise<Iterable<Output>> {
  const made = [...(await socialImageOutputs(catalogue)), ...(await scriptOutputs())];
  const others = function* () {
    yield* crawlerOutputs(catalogue, changedDays, async (entry) => (await answers.get(entry)).html);
    yield* studyCardOutputs(catalogue);
    yield* redirectOutputs(redirects);
    yield headersOutput();
    yield* made;
  };
  return (function* () {
    // First, since there is most of it: it is carried over while the others are listed.
    yield* markdownPages(catalogue, subjects, async (entry) => (await answers.get(entry)).markdown);
    for (const output of others()) if (wanted.has(partOf(output.path))) yield output;
  })();
}

function* ofShard<Kind extends Piece>(pieces: Iterable<Kind>, shard: Shard | undefined): Generator<Kind> {
  for (const piece of pieces) if (isInShard(piece.path, shard)) yield piece;
}

async function addPages(release: Release, pages: Sorted<PagePiece>, needsShared: boolean): Promise<void> {
  const { report } = release;
  const { all, missing, carried } = pages;
  report(`Building ${missing.length} pages; ${carried} stay as they are …`);
  const maker = new PageMaker(release);
  const make = (pieces: readonly PagePiece[]) =>
    maker.make(pieces, needsShared, describeProgress(pieces.length, report));
  try {
    const [lost] = await Promise.all([pages.lost, make(missing)]);
    // The shared files come from an export, which needs a page.
    await make(missing.length === 0 && lost.length === 0 && needsShared ? all.slice(0, 1) : lost);
  } finally {
    await maker.close();
  }
}

/** Adds the compressed form of what was added so far. */
export async function addCompressed(release: Release): Promise<void> {
  const { folder, journal, template, report } = release;
  const files = [...journal.parts.values()].flatMap((part) => [...part.files]);
  const outputs = await compressedOutputs(folder, files);
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
