import {
  carryFiles,
  carryPart,
  findDamaged,
  removeOthers,
  type CarriedPart,
  type CarryPartRequest,
  type CarryRequest,
} from './carry';
import { removeRelease } from './releases';

/** What is done with hundreds of thousands of files goes on beside the rest. */
export type FileRequest =
  | ({ do: 'carry' } & CarryRequest)
  | ({ do: 'carry part' } & CarryPartRequest)
  | { do: 'verify'; folder: string; files: readonly { path: string; size: number }[] }
  | { do: 'clear'; folder: string; paths: readonly string[]; spared: readonly string[] }
  | { do: 'remove'; folder: string };

export interface FileReply {
  /** Paths of files that were not as they should be. */
  faulty: string[];
  /** The part that was carried over, if there is one. */
  part?: CarriedPart | undefined;
}

export default function workOnFiles(request: FileRequest): FileReply {
  switch (request.do) {
    case 'carry':
      return { faulty: carryFiles(request) };
    case 'carry part':
      return { faulty: [], part: carryPart(request) };
    case 'verify':
      return { faulty: findDamaged(request.folder, request.files) };
    case 'clear':
      return { faulty: removeOthers(request.folder, request.paths, request.spared) };
    case 'remove':
      removeRelease(request.folder);
      return { faulty: [] };
  }
}
