import type { Library } from '@/lib/views/library';
import type { Artifact, FileRecord } from '../artifacts/artifact';
import { keyOf } from '../artifacts/artifact';
import type { ReleaseIndex } from '../store/release-index';
import { contextsOf, pageArtifacts } from './page-artifacts';
import { isInShard, type Shard } from './shard';
import { siteArtifacts } from './site-artifacts';
import type { Surroundings } from '../surroundings';

/** A finished or unfinished release from which files can be kept. */
export interface EarlierRelease {
  folder: string;
  index: ReleaseIndex;
}

/** An artifact whose file an earlier release has, and that release. */
export interface Kept {
  artifact: Artifact;
  record: FileRecord;
  earlier: EarlierRelease;
}

/** The files that a release consists of, and how each is obtained. */
export interface Plan {
  /** The context of each subject, by slug. Stored in the index of the release. */
  contexts: ReadonlyMap<string, string>;
  make: readonly Artifact[];
  keep: readonly Kept[];
  /** Paths of files in the release in use that the new release does not contain. */
  drop: readonly string[];
  /** The key of the search index; undefined for a shard, which has none. */
  searchKey: string | undefined;
}

/**
 * Plans a release: lists the files to make, to keep and to drop. Reads no files. The result depends only on
 * the arguments and on settings of the environment, such as `SITE_URL`.
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
  const contexts = contextsOf(library, surroundings);
  const indexes = earlierReleases.map(({ index }) => index);
  const artifacts = [
    ...siteArtifacts(library, surroundings),
    ...pageArtifacts(library, surroundings, contexts, indexes),
  ].filter(({ path }) => isInShard(path, shard));
  return {
    contexts,
    ...divide(artifacts, earlierReleases),
    searchKey: shard ? undefined : searchKeyOf(artifacts, library, surroundings),
  };
}

/** Divides artifacts into those that an earlier release has with the same key, and the others. */
export function divide(
  artifacts: readonly Artifact[],
  earlierReleases: readonly EarlierRelease[],
): Pick<Plan, 'make' | 'keep' | 'drop'> {
  const make: Artifact[] = [];
  const keep: Kept[] = [];
  const paths = new Set<string>();
  for (const artifact of artifacts) {
    paths.add(artifact.path);
    const kept = findKept(artifact, earlierReleases);
    if (kept) keep.push(kept);
    else make.push(artifact);
  }
  const drop = [...(earlierReleases[0]?.index.files.keys() ?? [])].filter((path) => !paths.has(path));
  return { make, keep, drop };
}

function findKept(artifact: Artifact, earlierReleases: readonly EarlierRelease[]): Kept | undefined {
  for (const earlier of earlierReleases) {
    const record = earlier.index.files.get(artifact.path);
    if (record?.key === artifact.key) return { artifact, record, earlier };
  }
  return undefined;
}

/**
 * The inputs of the search index are the Markdown of all questions, the list of subjects, and the code that
 * writes it.
 */
function searchKeyOf(artifacts: readonly Artifact[], { catalogue }: Library, { code }: Surroundings): string {
  const questions = artifacts
    .filter(({ kind }) => kind === 'markdown')
    .map(({ path, key }) => `${path} ${key}`);
  return keyOf(code.search, catalogue.subjects, questions.join('\n'));
}
