import { stampOf } from '@/lib/file-stamp';
import { serve } from '@/lib/threads/serve';

/** Files of a content folder. */
export interface StampRequest {
  folder: string;
  paths: readonly string[];
}

serve(({ folder, paths }: StampRequest): string[] => paths.map((path) => stampOf(`${folder}/${path}`)));
