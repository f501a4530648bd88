import { loadMakers, type ArtifactKind } from './artifacts/makers';
import { writeArtifacts, type MakeRequest, type Written } from './artifacts/write-artifacts';
import { keepFiles, removeDamaged } from './store/keep-files';
import { parseLines } from './store/release-index';

/** A request to a release thread. */
export type ReleaseRequest =
  | { do: 'load'; kinds: readonly ArtifactKind[] }
  | ({ do: 'make' } & MakeRequest)
  | ({ do: 'keep'; to: string } & KeepOrder)
  /** The lines of the files in the index, in parts that are parsed one at a time. */
  | { do: 'remove damaged'; folder: string; lines: readonly string[] };

/** Files of an earlier release to keep. */
export interface KeepOrder {
  /** The folder of that release. */
  from: string;
  /** The lines of the files in its index. */
  lines: string;
}

/** The files that were made, or the paths of files that are lost. */
export interface ReleaseReply {
  written: readonly Written[];
  lost: readonly string[];
}

export default async function work(request: ReleaseRequest): Promise<ReleaseReply> {
  switch (request.do) {
    case 'load':
      await loadMakers(request.kinds);
      return { written: [], lost: [] };
    case 'make':
      return { written: await writeArtifacts(request), lost: [] };
    case 'keep':
      return { written: [], lost: keepFiles({ ...request, files: parseLines(request.lines) }) };
    case 'remove damaged': {
      const { folder, lines } = request;
      return { written: [], lost: lines.flatMap((part) => removeDamaged(folder, parseLines(part))) };
    }
  }
}
