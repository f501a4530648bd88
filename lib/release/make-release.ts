import type { Answers } from '@/lib/answer/answers';
import type { Subject } from '@/lib/catalogue/catalogue';
import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { menuSubjects } from '@/lib/catalogue/menu';
import type { Redirects } from '@/lib/catalogue/redirects';
import type { Library } from '@/lib/pages/library';
import { lonePages, subjectPages } from '@/lib/pages/pages';
import type { CheckedLibrary } from '@/lib/edit/check';
import { indexFolder } from '@/public/scripts/search/library.js';
import { addSearchIndex } from './add-search-index';
import { compressedOutputs } from './compressed';
import { crawlerOutputs } from './crawler-files';
import type { FileThreads } from './file-threads';
import { subjectFolder, type CarriedPart } from './carry';
import { Journal } from './manifest';
import { markdownPages } from './markdown-pages';
import { prepareMathFont } from './math-font';
import { writeOutputs, type Output } from './output';
import { PageMaker, type PagesRelease } from './page-maker';
import type { NextRun } from './prerender';
import {
  documentPath,
  outputPieces,
  pagePieces,
  type OutputPiece,
  type PagePiece,
  type Piece,
} from './pieces';
import { decodeAddress, partOf, sitePart, type SubjectKeys } from './part';
import { canUpdateSearchIndex } from './search-index';
import { headersOutput } from './headers-output';
import { redirectOutputs } from './redirects';
import { isInShard, type Shard } from './shard';
import { socialImageOutputs } from './social-images';
import { scriptOutputs } from './scripts';
import { sortOut, type ReceivingRelease, type Sorted } from './sort-out';
import type { Source } from './sources';
import { studyCardOutputs } from './study-cards';
import { findEarlier, subjectKeys, unchangedSubjects, type EarlierReleases } from './subject-keys';
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
  const { catalogue, redirects } = checked;
  try {
    const [changedDays] = await Promise.all([currentChangedDays(), prepareMathFont()]);
    const library = { catalogue, changedDays };
    const keys = subjectKeys(library, { redirects, template, compress });
    const manifests = sources.map(({ manifest }) => manifest);
    const journal = new Journal(folder, { keys, base: manifests[0] });
    const release: Release = {
      folder,
      journal,
      threads,
      sources,
      template,
      library,
      redirects,
      earlier: findEarlier(keys, manifests),
      menu: menuSubjects(catalogue.subjects),
      always: lonePages(library),
      answers,
      begun,
      shard,
      skipBroken,
      report,
    };
    try {
      await fill(release, keys, compress);
    } catch (error) {
      journal.flush();
      throw error;
    }
    journal.complete();
  } finally {
    await Promise.all([answers.close(), begun?.stop()]);
  }
}

/** A release that is being made. */
interface Release extends PagesRelease, ReceivingRelease {
  library: Library;
  redirects: Redirects;
  earlier: EarlierReleases;
  shard: Shard | undefined;
}

async function fill(
  release: Release,
  keys: ReadonlyMap<string, SubjectKeys>,
  compress: boolean,
): Promise<void> {
  const { folder, journal, threads, library, shard, skipBroken, report } = release;
  const unchanged = await findUnchanged(release, keys);
  const changed = [sitePart, ...keys.keys()].filter((name) => !unchanged.includes(name));
  const hasShared = await carryShared(release);
  const [first, carried] = await both(
    addParts(release, changed, !hasShared),
    carryUnchanged(release, unchanged),
  );
  const lost = unchanged.filter((name) => !carried.has(name));
  const again = lost.length === 0 ? [] : await addParts({ ...release, begun: undefined }, lost, false);
  const added = [...first, ...again];

  // The folder may be that of an older release, of which the search index alone is gone already.
  const clear = () => {
    const outside = [...carried.values()].flatMap((part) => part.outside);
    const paths = [...journal.parts.values()].flatMap(({ files }) => [...files.keys()]);
    const kept = [indexFolder.slice(1), ...[...carried.keys()].map(subjectFolder)];
    return threads.clear(folder, [...outside, ...paths], kept);
  };
  // Not beside the making of pages: the index of a whole library takes as much memory.
  const addIndex = async () => {
    if (!shard)
      await addSearchIndex(release, library.catalogue, markdownKeys(added), new Set(carried.keys()));
  };
  let [, missing] = await both(addIndex(), compress ? [] : clear());
  if (compress) {
    await addCompressed(release);
    missing = await clear();
  }
  // A shard leads to pages that others make.
  if (!shard) await verify(release, added, carried, missing, skipBroken ? report : undefined);
}

/** Subjects that can be carried over as one, by their slugs. */
async function findUnchanged(
  { sources: [source], shard }: Release,
  keys: ReadonlyMap<string, SubjectKeys>,
): Promise<string[]> {
  // An index that has to be made anew needs to know of all questions.
  if (shard || !source?.isWhole || !(await canUpdateSearchIndex(source.folder))) return [];
  return unchangedSubjects(keys, source.manifest);
}

/** @returns what was carried over, by the subjects' slugs; the others are not whole any more */
async function carryUnchanged(
  { sources: [source], threads, folder, journal }: Release,
  names: readonly string[],
): Promise<Map<string, CarriedPart>> {
  const carried = new Map<string, CarriedPart>();
  if (!source) return carried;
  await Promise.all(
    names.map(async (name) => {
      const part = await threads.carryPart(name, source, folder, journal);
      if (part) carried.set(name, part);
    }),
  );
  return carried;
}

/**
 * Adds what belongs to some subjects, and what belongs to none where that is named.
 *
 * @param needsShared whether the release lacks the files that all pages share
 * @returns everything that was added
 */
async function addParts(
  release: Release,
  names: readonly string[],
  needsShared: boolean,
): Promise<readonly Piece[]> {
  const { library, template, earlier, shard } = release;
  const wanted = new Set(names);
  const subjects = library.catalogue.subjects.filter(({ slug }) => wanted.has(slug));
  const pagesOf = function* () {
    if (wanted.has(sitePart)) yield* lonePages(library);
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
  const [, outputs] = await both(addPages(release, pages, needsShared), addOthers());
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

/** Waits for both, so that nothing goes on when one has failed. @throws what the first of them that failed threw */
async function both<One, Other>(one: Promise<One>, other: Promise<Other> | Other): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

function markdownKeys(pieces: readonly Piece[]): Map<string, string> {
  return new Map(pieces.filter(({ path }) => path.endsWith('.md')).map(({ key, path }) => [path, key]));
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

async function addCompressed(release: Release): Promise<void> {
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

/** @returns whether the release has the files that all pages share */
async function carryShared({ sources, template, threads, folder, journal }: Release): Promise<boolean> {
  for (const source of sources) {
    const files = [...source.manifest.part(sitePart).files]
      .filter(([, { key }]) => key === template)
      .map(([path, file]) => ({ path, file }));
    if (files.length > 0) return (await threads.carry(source, files, folder, journal)).size === 0;
  }
  return false;
}

/** @param missing paths of files that are not where they were put */
async function verify(
  { folder, journal, threads, sources, library }: Release,
  added: readonly Piece[],
  carried: ReadonlyMap<string, CarriedPart>,
  missing: readonly string[],
  reportDeadLink?: (message: string) => void,
): Promise<void> {
  // What was carried over was looked at then.
  const damaged = await threads.findDamaged(folder, journal.made);
  const parts = journal.parts;
  const has = (path: string) => {
    const name = partOf(path);
    return (carried.has(name) ? sources[0]?.manifest.part(name) : parts.get(name))?.files.has(path) ?? false;
  };
  const outside = new Set([...carried.values()].flatMap((part) => part.outside));
  const isThere = (address: string) => {
    if (library.catalogue.find(address)) return true;
    const path = decodeAddress(address);
    const candidates = [documentPath(path), path.slice(1)];
    // Of a part that was carried over as one, mostly what lies beside it is asked for: it need not be read.
    return candidates.some((candidate) => outside.has(candidate)) || candidates.some(has);
  };
  // What leads to its own subject does so as it did.
  const suspect = [...carried]
    .filter(([, { targets }]) => !targets.every(isThere))
    .flatMap(([name]) => sources[0]?.manifest.part(name) ?? []);
  verifyRelease(
    {
      parts: [...parts.values(), ...suspect],
      unmade: added.map(({ path }) => path).filter((path) => !has(path)),
      damaged: new Set([...missing, ...damaged]),
      isThere,
    },
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
