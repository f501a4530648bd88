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
  return Promise.all([
    ...[...(inUse === undefined ? [] : [inUse]), ...shards].map((folder) =>
      openSource(folder, manifestOf(folder)),
    ),
    ...unfinished.map((folder) => openSource(folder, journalOf(folder))),
  ]);
}

async function openSource(folder: string, manifest: string): Promise<Source> {
  return { folder, manifest: await readManifest(manifest) };
}

/** The first source that has a piece as it has to be. */
export function sourceOf({ path, key }: Piece, sources: readonly Source[]): Source | undefined {
  return sources.find(({ manifest }) => manifest.files.get(path)?.key === key);
}
