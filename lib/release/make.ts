import { addAll } from '@/lib/add-all';
import type { Catalogue } from '@/lib/catalogue/catalogue';
import { chunksOf } from '@/lib/chunks';
import { groupBy } from '@/lib/group-by';
import { produceAndConsume } from '@/lib/produce-and-consume';
import type { Artifact, FileRecord } from './artifacts/artifact';
import { compressedArtifacts } from './artifacts/compressed';
import type { ArtifactKind, MakerContext } from './artifacts/makers';
import { markdownFile } from './plan/page-artifacts';
import { pathsOf, planSection, type EarlierRelease, type Plan, type PlannedSection } from './plan/plan';
import type { ReleaseThreads } from './release-threads';
import type { KeepOrder } from './release-worker';
import { keepOrUpdateIndex, makeWholeIndex, searchSection } from './search-index';
import { removeFiles } from './store/keep-files';
import { journalFileOf } from './store/release-folders';
import {
  appendToJournal,
  beginJournal,
  divideLines,
  filesOf,
  IndexSection,
  linesOf,
  parseLines,
  type ReleaseIndex,
  type SectionHead,
} from './store/release-index';

/** The files of a release, or of a shard of one. */
export interface MadeRelease {
  sections: readonly IndexSection[];
  /** Paths of the files that were to be made: planned ones, and those that an earlier release has lost. */
  planned: readonly string[];
  /** The files that were made, by path. */
  made: ReadonlyMap<string, FileRecord>;
  /** Addresses within the site that made pages link to, each with the path of one such page. */
  targets: ReadonlyMap<string, string>;
}

/** The folder in which a release is made, and the releases that it takes unchanged files from. */
export interface Workplace {
  /** The folder in which the release is made. Empty, or with the files of an old release. */
  folder: string;
  /** The index of the files in the folder, none of which is damaged. */
  present: ReleaseIndex;
  /** Releases from which files can be kept, the release in use first. */
  earlierReleases: readonly EarlierRelease[];
}

export interface MakeOptions {
  threads: Pick<ReleaseThreads, 'keep' | 'make'>;
  catalogue: Pick<Catalogue, 'entries' | 'subjects'>;
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
  { threads, catalogue, compress, report }: MakeOptions,
): Promise<MadeRelease> {
  const journal = journalFileOf(folder);
  beginJournal(journal, [...plan.sections, compressedHead]);
  // Before files are made, because a file may now belong to another section.
  for (const section of present.values()) {
    if (section.name === compressedHead.name && compress !== undefined) continue;
    const planned = plan.sections.find(({ name }) => name === section.name);
    if (section.name !== searchSection) removeOthers(folder, section, planned);
  }
  const finished: IndexSection[] = [];
  const planned: string[] = [];
  const made = new Map<string, FileRecord>();
  const targets = new Map<string, string>();
  const produce = async (
    sections: readonly PlannedSection[],
    onMade: (records: readonly FileRecord[]) => void = () => undefined,
  ) => {
    const lost = await threads.keep(keepOrders(sections, earlierReleases[0]?.folder ?? '', present), folder);
    const artifacts = firstOnesFirst(
      sections.flatMap((section) => [...section.make, ...lostArtifacts(section, lost)]),
    );
    addAll(
      planned,
      sections.flatMap(({ make }) => make.map(({ path }) => path)),
    );
    addAll(planned, [...lost]);
    const progress = reportProgress(artifacts.length, report);
    const links = await threads.make(artifacts, context, (records) => {
      appendToJournal(journal, records);
      for (const record of records) made.set(record.path, record);
      onMade(records);
      progress(records.length);
    });
    for (const [target, path] of links) targets.set(target, path);
    addAll(
      finished,
      sections.map((section) => finishSection(section, lost, made)),
    );
  };
  const questions = () => catalogue.entries.map(({ address }) => ({ path: markdownFile(address) }));
  const { subjects } = catalogue;
  const { search } = plan;
  const [earlier] = earlierReleases;
  reportCounts('Making', plan.sections, report);
  if (search === undefined) {
    await produce(plan.sections);
  } else {
    const { key } = search;
    let files: readonly FileRecord[];
    if (earlier) {
      const changed = produce(plan.sections.filter(({ same }) => !same));
      // Threads keep the files of the other sections while this thread updates the search index.
      const [updated] = await Promise.all([
        changed.then(() => keepOrUpdateIndex({ folder, plan: search, earlier, subjects })),
        produce(plan.sections.filter(({ same }) => same)),
      ]);
      files = updated ?? (await makeWholeIndex({ folder, key, subjects, questions: questions() }));
    } else {
      // This thread makes the search index while worker threads make the other files.
      const paths = new Set(questions().map(({ path }) => path));
      files = await produceAndConsume<readonly FileRecord[], FileRecord[]>(
        (onMade) => produce(plan.sections, onMade),
        (done) => makeWholeIndex({ folder, key, subjects, questions: filesWith(paths, done) }),
      );
    }
    finished.push(new IndexSection({ name: searchSection, context: '', key, sitemaps: [] }, linesOf(files)));
  }
  if (compress !== undefined) {
    const artifacts = compressedArtifacts(filesOf(finished), compress);
    const compressed = planSection(
      { ...compressedHead, sitemaps: () => [], artifacts: () => artifacts },
      earlierReleases,
    );
    const before = present.get(compressedHead.name);
    if (before) removeOthers(folder, before, compressed);
    reportCounts('Compressing', [compressed], report);
    await produce([compressed]);
  }
  return { sections: finished, planned, made, targets };
}

/** The section of compressed files, whose inputs are the other files of the release. */
const compressedHead: SectionHead = { name: 'compressed', context: '', key: '', sitemaps: [] };

/** Number of files that a thread keeps at once, and the length of their lines in characters. */
const keptAtOnce = 5000;
const keptCharacters = 100 * keptAtOnce;

/** The files to keep that are not in the folder of the new release with the same key. */
function* keepOrders(
  sections: readonly PlannedSection[],
  inUse: string,
  present: ReleaseIndex,
): Generator<KeepOrder> {
  for (const { name, same, keep } of sections) {
    const here = present.get(name);
    if (same) {
      for (const lines of divideLines(missingLines(same, here), keptCharacters)) yield { from: inUse, lines };
      continue;
    }
    const byRelease = groupBy(keep, ({ earlier }) => earlier.folder);
    for (const [from, files] of byRelease) {
      const records = files.map(({ record }) => record);
      const missing = records.filter(({ path, key }) => here?.files.get(path)?.key !== key);
      for (const chunk of chunksOf(missing, keptAtOnce)) yield { from, lines: linesOf(chunk) };
    }
  }
}

/** The lines of a section that another one lacks. Equal lines have the same path and key. */
function missingLines({ lines }: IndexSection, present: IndexSection | undefined): string {
  if (!present) return lines;
  if (present.lines === lines) return '';
  const known = new Set(present.lines.split('\n'));
  return lines
    .split('\n')
    .filter((line) => !known.has(line))
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Kinds that are made before all others. Fonts and scripts take seconds, so one thread could otherwise still make
 * them when the others have finished. The search index needs the Markdown copies of all questions. This thread
 * then writes it while the other threads make lists and feeds. A copy is made with its page, because both have
 * the same answer.
 */
const firstKinds: ReadonlySet<ArtifactKind> = new Set(['font', 'script', 'question', 'markdown']);

function firstOnesFirst(artifacts: readonly Artifact[]): Artifact[] {
  return [
    ...artifacts.filter(({ kind }) => firstKinds.has(kind)),
    ...artifacts.filter(({ kind }) => !firstKinds.has(kind)),
  ];
}

/** The artifacts of a section whose files cannot be kept. @param lost paths of such files of all sections */
function lostArtifacts({ same, keep, artifacts }: PlannedSection, lost: ReadonlySet<string>): Artifact[] {
  if (lost.size === 0) return [];
  if (!same) return keep.flatMap(({ artifact }) => (lost.has(artifact.path) ? [artifact] : []));
  const isWhole = ![...lost].some((path) => same.files.has(path));
  return isWhole ? [] : artifacts().filter(({ path }) => lost.has(path));
}

/** @param lost paths of files that could not be kept @param made files that were made, by path */
function finishSection(
  section: PlannedSection,
  lost: ReadonlySet<string>,
  made: ReadonlyMap<string, FileRecord>,
): IndexSection {
  const { same, make, keep } = section;
  if (same && lost.size === 0) return same;
  const kept = same ? [...same.files.values()] : keep.map(({ record }) => record);
  return new IndexSection(
    section,
    linesOf([
      ...kept.flatMap((record) => (lost.has(record.path) ? (made.get(record.path) ?? []) : record)),
      ...make.flatMap(({ path }) => made.get(path) ?? []),
    ]),
  );
}

/** Removes files that a section of a reused folder has and the planned section lacks. */
function removeOthers(folder: string, present: IndexSection, planned: PlannedSection | undefined): void {
  removeFiles(folder, otherPaths(present, planned));
}

function otherPaths(present: IndexSection, planned: PlannedSection | undefined): string[] {
  if (planned?.same) {
    // Files with another key are replaced anyway.
    return parseLines(missingLines(present, planned.same)).map(({ path }) => path);
  }
  const wanted = planned && pathsOf(planned);
  return [...present.files.keys()].filter((path) => wanted?.has(path) !== true);
}

function reportCounts(
  what: string,
  sections: readonly PlannedSection[],
  report: (line: string) => void,
): void {
  const count = (members: (section: PlannedSection) => number) =>
    sections.reduce((sum, section) => sum + members(section), 0);
  const made = count(({ make }) => make.length);
  const kept = count(({ same, keep }) => (same ? same.count : keep.length));
  report(`${what} ${made} files; ${kept} are kept …`);
}

/** The files with these paths, until all of them are done. */
async function* filesWith(
  paths: ReadonlySet<string>,
  done: AsyncIterable<readonly FileRecord[]>,
): AsyncGenerator<FileRecord> {
  let missing = paths.size;
  for await (const records of done) {
    const found = records.filter(({ path }) => paths.has(path));
    yield* found;
    missing -= found.length;
    if (missing === 0) return;
  }
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
