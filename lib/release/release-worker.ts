import { loadMakers, type ArtifactKind } from './artifacts/makers';
import { writeArtifacts, type MakeRequest, type Written } from './artifacts/write-artifacts';
import { keepFiles, type KeepRequest } from './store/keep-files';

/** A request to a release thread. */
export type ReleaseRequest =
  | { do: 'load'; kinds: readonly ArtifactKind[] }
  | ({ do: 'make' } & MakeRequest)
  | ({ do: 'keep' } & KeepRequest);

/** The files that were made, or the paths of files that could not be kept. */
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
      return { written: [], lost: keepFiles(request) };
  }
}
