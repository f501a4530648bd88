import type { Answers } from '@/lib/answer/answers';
import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { menuSubjects } from '@/lib/catalogue/menu';
import type { CheckedLibrary } from '@/lib/edit/check';
import { lonePages } from '@/lib/pages/pages';
import { indexFolder } from '@/public/scripts/search/library.js';
import { addCompressed, addParts, type Release } from './add-parts';
import { addSearchIndex } from './add-search-index';
import { adoptParts, type CarriedAhead } from './ahead';
import { subjectFolder, type CarriedPart } from './carry';
import type { FileThreads } from './file-threads';
import { Journal } from './manifest';
import { prepareMathFont } from './math-font';
import { decodeAddress, partOf, sitePart, type SubjectKeys } from './part';
import { documentPath, type Piece } from './pieces';
import type { NextRun } from './prerender';
import type { Shard } from './shard';
import type { Source } from './sources';
import { findEarlier, subjectKeys, unchangedSubjects } from './subject-keys';
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
  /** What is already being carried over. */
  ahead: CarriedAhead;
  /** Next.js, waiting to make the first pages. */
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
    ahead,
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
      ahead,
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
    await answers.close();
  }
}

async function fill(
  release: Release,
  keys: ReadonlyMap<string, SubjectKeys>,
  compress: boolean,
): Promise<void> {
  const { folder, journal, threads, ahead, library, shard, skipBroken, report } = release;
  const unchanged = ahead.manifest ? unchangedSubjects(keys, ahead.manifest) : [];
  if (unchanged.length > 0) report(`${unchanged.length} of ${keys.size} subjects stay as they are …`);
  const changed = [sitePart, ...keys.keys()].filter((name) => !unchanged.includes(name));
  const hasShared = await carryShared(release);
  const [first, carried] = await Promise.all([
    addParts(release, changed, !hasShared),
    adoptParts(journal, ahead, unchanged),
  ]);
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
  let [, missing] = await Promise.all([addIndex(), compress ? [] : clear()]);
  if (compress) {
    await addCompressed(release);
    missing = await clear();
  }
  // A shard leads to pages that others make.
  if (!shard) await verify(release, added, carried, missing, skipBroken ? report : undefined);
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
  { folder, journal, threads, ahead, library }: Release,
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
    return (carried.has(name) ? ahead.manifest?.part(name) : parts.get(name))?.files.has(path) ?? false;
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
    .flatMap(([name]) => ahead.manifest?.part(name) ?? []);
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

function markdownKeys(pieces: readonly Piece[]): Map<string, string> {
  return new Map(pieces.filter(({ path }) => path.endsWith('.md')).map(({ key, path }) => [path, key]));
}
