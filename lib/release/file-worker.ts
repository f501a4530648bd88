import { serve } from '@/lib/threads/serve';
import { carryFiles, findDamaged, type CarryRequest } from './carry';

/** What is done with hundreds of thousands of files goes on beside the rest. */
export type FileRequest =
  | ({ do: 'carry' } & CarryRequest)
  | { do: 'verify'; folder: string; files: readonly { path: string; size: number }[] };

serve((request: FileRequest) =>
  request.do === 'carry' ? carryFiles(request) : findDamaged(request.folder, request.files),
);
