import { setImmediate } from 'node:timers/promises';

import { carriedAtOnce, type FileThreads } from './file-threads';
import type { Journal } from './manifest';
import type { Piece } from './pieces';
import { findPiece, type Source, type SourceFile } from './sources';

/** A release to which pieces are carried over. */
export interface ReceivingRelease {
  folder: string;
  journal: Journal;
  threads: FileThreads;
  /** What may be carried over, the best first. */
  sources: readonly Source[];
}

/** Pieces of a release, by what is done with them. */
export interface Sorted<Kind extends Piece> {
  all: readonly Kind[];
  /** Those that no source has. */
  missing: readonly Kind[];
  /** How many are carried over. */
  carried: number;
  /** Once the others are carried over: those that their source does not have any more. */
  lost: Promise<Kind[]>;
}

/** Looks for each piece in the sources. While it goes on, what was found is carried over beside it. */
export async function sortOut<Kind extends Piece>(
  release: ReceivingRelease,
  pieces: Iterable<Kind>,
): Promise<Sorted<Kind>> {
  const all: Kind[] = [];
  const missing: Kind[] = [];
  const waiting = new Map<Source, Carried<Kind>[]>();
  const carrying: Promise<Kind[]>[] = [];
  const begin = (source: Source, chunk: readonly Carried<Kind>[]) => {
    const carried = carry(release, source, chunk);
    // A failure is heard of when what was lost is asked for.
    carried.catch(() => undefined);
    carrying.push(carried);
  };
  for (const piece of pieces) {
    all.push(piece);
    const found = findPiece(piece, release.sources);
    if (!found) {
      missing.push(piece);
      continue;
    }
    const { source, file } = found;
    const chunk = waiting.get(source) ?? [];
    chunk.push({ piece, path: piece.path, file });
    waiting.set(source, chunk);
    if (chunk.length < carriedAtOnce) continue;
    waiting.delete(source);
    begin(source, chunk);
    // Threads that have carried a part over get the next.
    await setImmediate();
  }
  for (const [source, chunk] of waiting) begin(source, chunk);
  const lost = Promise.all(carrying).then((chunks) => chunks.flat());
  lost.catch(() => undefined);
  return { all, missing, carried: all.length - missing.length, lost };
}

interface Carried<Kind extends Piece> extends SourceFile {
  piece: Kind;
}

async function carry<Kind extends Piece>(
  { folder, journal, threads }: ReceivingRelease,
  source: Source,
  files: readonly Carried<Kind>[],
): Promise<Kind[]> {
  const lost = await threads.carry(source, files, folder, journal);
  return lost.size === 0 ? [] : files.filter(({ path }) => lost.has(path)).map(({ piece }) => piece);
}
