import { serve } from '@/lib/threads/serve';
import { carryFiles, findDamaged, removeOthers, type CarryRequest } from './carry';
import { removeRelease } from './releases';

/** What is done with hundreds of thousands of files goes on beside the rest. */
export type FileRequest =
  | ({ do: 'carry' } & CarryRequest)
  | { do: 'verify'; folder: string; files: readonly { path: string; size: number }[] }
  | { do: 'clear'; folder: string; paths: readonly string[]; spared: string }
  | { do: 'remove'; folder: string };

/** @returns paths of files that were not as they should be */
serve((request: FileRequest): string[] => {
  switch (request.do) {
    case 'carry':
      return carryFiles(request);
    case 'verify':
      return findDamaged(request.folder, request.files);
    case 'clear':
      return removeOthers(request.folder, request.paths, request.spared);
    case 'remove':
      removeRelease(request.folder);
      return [];
  }
});
