import type { Library } from '@/lib/views/library';
import { keyOf, type Artifact, type FileRecord } from '../artifacts/artifact';
import type { IndexSection, ReleaseIndex, SectionHead } from '../store/release-index';
import type { Surroundings } from '../surroundings';
import { isOfSubject, siteSection, subjectSections, type Section } from './sections';
import { isInShard, type Shard } from './shard';

/** A finished or unfinished release from which files can be kept. */
export interface EarlierRelease {
  folder: string;
  index: ReleaseIndex;
}

/** An artifact whose file an earlier release has, and that release. */
interface Kept {
  artifact: Artifact;
  record: FileRecord;
  earlier: EarlierRelease;
}

/** The files of a section, and how each is obtained. */
export interface PlannedSection extends SectionHead {
  /** Computes all files. */
  artifacts: () => Artifact[];
  /** The section of the release in use with the same files, all of which are kept. */
  same: IndexSection | undefined;
  /** Other files to make and to keep; empty if `same` is defined. */
  make: readonly Artifact[];
  keep: readonly Kept[];
}

/** The files that a release consists of. */
export interface Plan {
  sections: readonly PlannedSection[];
  /** Undefined for a shard, which has no search index. */
  search: SearchPlan | undefined;
}

/**
 * The differences between the Markdown of the new release and that of the release in use. Without a release
 * in use, the search index is made of all questions, and the lists are not used.
 */
export interface SearchPlan {
  /** Key of the search index. */
  key: string;
  /** Paths of Markdown files that only the new release has. */
  added: readonly string[];
  /** Paths of Markdown files that have another key in the new release. */
  changed: readonly string[];
  /** Paths of Markdown files that only the release in use has. */
  dropped: readonly string[];
}

/**
 * Plans a release: lists the files to make and to keep. Reads no files. The result depends only on the
 * arguments and on settings of the environment, such as `SITE_URL`.
 *
 * @param earlierReleases those from which files can be kept, the release in use first
 * @param shard the shard to plan; undefined for the whole release
 */
export function planRelease(
  library: Library,
  surroundings: Surroundings,
  earlierReleases: readonly EarlierRelease[],
  shard?: Shard,
): Plan {
  const indexes = earlierReleases.map(({ index }) => index);
  const [inUse] = indexes;
  const plan = (section: Section) => planSection(shard ? partOf(section, shard) : section, earlierReleases);
  const ofSubjects = subjectSections(library, surroundings, indexes).map(plan);
  const sitemaps = ofSubjects.flatMap((section) => section.sitemaps);
  const sections = [plan(siteSection(library, surroundings, sitemaps)), ...ofSubjects];
  if (shard) return { sections, search: undefined };
  const keys = sections.map(({ name, key }) => [name, key]);
  // The inputs of the search index are the Markdown of all questions, which the keys of the sections cover,
  // the list of subjects, and the code that writes it.
  const key = keyOf(surroundings.code.search, library.catalogue.subjects, keys);
  return { sections, search: { key, ...compareMarkdown(sections, inUse) } };
}

/** Plans a section: divides its artifacts into those that an earlier release has with the same key, and others. */
export function planSection(section: Section, earlierReleases: readonly EarlierRelease[]): PlannedSection {
  const { name, key } = section;
  const before = earlierReleases[0]?.index.get(name);
  if (before && key !== '' && before.key === key) {
    return { ...section, sitemaps: before.sitemaps, same: before, make: [], keep: [] };
  }
  const make: Artifact[] = [];
  const keep: Kept[] = [];
  for (const artifact of section.artifacts()) {
    const kept = findKept(artifact, name, earlierReleases);
    if (kept) keep.push(kept);
    else make.push(artifact);
  }
  return { ...section, sitemaps: section.sitemaps(), same: undefined, make, keep };
}

/** The paths of all files of a section that is not the same as before. */
export function pathsOf({ make, keep }: Pick<PlannedSection, 'make' | 'keep'>): Set<string> {
  return new Set([...make.map(({ path }) => path), ...keep.map(({ record }) => record.path)]);
}

function partOf({ artifacts, ...rest }: Section, shard: Shard): Section {
  // Without a key, because a part must not be taken for the whole section.
  return { ...rest, key: '', artifacts: () => artifacts().filter(({ path }) => isInShard(path, shard)) };
}

function findKept(
  artifact: Artifact,
  section: string,
  earlierReleases: readonly EarlierRelease[],
): Kept | undefined {
  for (const earlier of earlierReleases) {
    const record = earlier.index.get(section)?.files.get(artifact.path);
    if (record?.key === artifact.key) return { artifact, record, earlier };
  }
  return undefined;
}

function compareMarkdown(
  sections: readonly PlannedSection[],
  inUse: ReleaseIndex | undefined,
): Pick<SearchPlan, 'added' | 'changed' | 'dropped'> {
  const added: string[] = [];
  const changed: string[] = [];
  const dropped: string[] = [];
  for (const section of sections.filter(({ same }) => !same)) {
    const before = inUse?.get(section.name)?.files;
    // Reads no keys of pages, because a first build computes them while it makes the pages.
    for (const artifact of [...section.make, ...section.keep.map((kept) => kept.artifact)]) {
      if (artifact.kind !== 'markdown') continue;
      const known = before?.get(artifact.path);
      if (!known) added.push(artifact.path);
      else if (known.key !== artifact.key) changed.push(artifact.path);
    }
  }
  for (const before of inUse?.values() ?? []) {
    // Other sections have no Markdown of questions, and those of the search index and of compressed files are
    // large.
    if (!isOfSubject(before.name)) continue;
    const section = sections.find(({ name }) => name === before.name);
    if (section?.same) continue;
    const paths = section && pathsOf(section);
    for (const path of before.files.keys())
      if (isMarkdown(path) && paths?.has(path) !== true) dropped.push(path);
  }
  return { added, changed, dropped };
}

function isMarkdown(path: string): boolean {
  return path.startsWith('learn/') && path.endsWith('.md');
}
