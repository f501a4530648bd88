import { serve } from '@/lib/threads/serve';
import { keepFiles, type KeepRequest } from './keep-files';

/** @returns paths of files that cannot be kept */
serve((request: KeepRequest): string[] => keepFiles(request));
