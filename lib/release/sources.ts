import { journalOf, manifestOf, readManifest, type Manifest } from './manifest';
import type { Piece } from './pieces';
import { releaseInUse, shardsIn, unfinishedReleases } from './releases';

/** A release, whole or not, from which files are carried over. */
export interface Source {
  folder: string;
  manifest: Manifest;
}

/**
 * What a new release can carry over: of the one in use, of those that were not finished, and of shards.
 *
 * @param shardsFolder a folder that holds shards
 */
export async function findSources(out: string, shardsFolder?: string): Promise<Source[]> {
  const inUse = await releaseInUse(out);
  const unfinished = await unfinishedReleases(out);
  const shards = shardsFolder === undefined ? [] : await shardsIn(shardsFolder);
  const whole = [...(inUse === undefined ? [] : [inUse]), ...shards];
  return [
    ...whole.map((folder) => ({ folder, manifest: readManifest(manifestOf(folder)) })),
    ...unfinished.map((folder) => ({ folder, manifest: readManifest(journalOf(folder)) })),
  ];
}

/** The first source that has a piece as it has to be. */
export function sourceOf({ path, key }: Piece, sources: readonly Source[]): Source | undefined {
  return sources.find(({ manifest }) => manifest.files.get(path)?.key === key);
}
