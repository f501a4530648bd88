import { stampOf } from '@/lib/files/file-stamp.mjs';

/** Files of a content folder. */
export interface StampRequest {
  folder: string;
  paths: readonly string[];
}

export default function stampFiles({ folder, paths }: StampRequest): string[] {
  return paths.map((path) => stampOf(`${folder}/${path}`));
}
