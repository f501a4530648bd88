import type { CarriedPart } from './carry';
import type { FileThreads } from './file-threads';
import { partFiles, type Journal, type Manifest } from './manifest';
import { sitePart } from './part';
import { canUpdateSearchIndex } from './search-index';
import type { Source } from './sources';

/** Subjects that are carried over before it is known in which of them something changed: in most nothing did. */
export interface CarriedAhead {
  /** The manifest of the release that has them; undefined where nothing is carried over ahead. */
  manifest: Manifest | undefined;
  /** By the subjects' slugs; of a subject that could not be carried over as one, nothing. */
  parts: ReadonlyMap<string, Promise<CarriedPart | undefined>>;
}

export const nothingAhead: CarriedAhead = { manifest: undefined, parts: new Map() };

/**
 * Begins to carry every subject of a release over to a folder.
 *
 * @param before the files of the manifest of the release that had the folder before, as {@link partFiles} gives them
 */
export async function carryAhead(
  { folder: from, manifest, isWhole }: Source,
  to: string,
  before: ReadonlyMap<string, number>,
  threads: FileThreads,
): Promise<CarriedAhead> {
  // An index that has to be made anew needs to know of all questions.
  if (!isWhole || !(await canUpdateSearchIndex(from))) return nothingAhead;
  const parts = [...partFiles(manifest)].filter(([name]) => name !== sitePart);
  const carry = ([name, file]: [string, number]) => {
    const isThere = before.get(name) === file;
    // A part that is too much for a thread is gone through file by file.
    return threads.carryPart({ name, file: manifest.fileOf(name), from, to, isThere }).catch(() => undefined);
  };
  return { manifest, parts: new Map(parts.map((part) => [part[0], carry(part)])) };
}

/**
 * Makes subjects that were carried over ahead part of a release.
 *
 * @returns those of which every file was there, by their slugs
 */
export async function adoptParts(
  journal: Journal,
  { manifest, parts }: CarriedAhead,
  names: readonly string[],
): Promise<Map<string, CarriedPart>> {
  const adopted = new Map<string, CarriedPart>();
  for (const name of names) {
    const part = await parts.get(name);
    if (!part || !manifest) continue;
    journal.adopt(name, manifest);
    adopted.set(name, part);
  }
  return adopted;
}
