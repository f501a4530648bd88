import { journalOf, manifestOf, openManifest, type Manifest } from './manifest';
import { partOf, type Recorded } from './part';
import type { Piece } from './pieces';
import { releaseInUse, shardsIn, unfinishedReleases } from './releases';

/** A release, whole or not, from which files are carried over. */
export interface Source {
  folder: string;
  manifest: Manifest;
  /** Whether it has every file of a library. */
  isWhole: boolean;
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
  const source = (folder: string, manifestFolder: string, isWhole = false): Source => ({
    folder,
    manifest: openManifest(manifestFolder),
    isWhole,
  });
  return [
    ...(inUse === undefined ? [] : [source(inUse, manifestOf(inUse), true)]),
    ...shards.map((folder) => source(folder, manifestOf(folder))),
    ...unfinished.map((folder) => source(folder, journalOf(folder))),
  ];
}

/** A file of a source. */
export interface SourceFile {
  path: string;
  file: Recorded;
}

/** A piece as it has to be, in the first source that has it so. */
export function findPiece(
  { path, key }: Piece,
  sources: readonly Source[],
): { source: Source; file: Recorded } | undefined {
  for (const source of sources) {
    const file = source.manifest.part(partOf(path)).files.get(path);
    if (file?.key === key) return { source, file };
  }
  return undefined;
}
