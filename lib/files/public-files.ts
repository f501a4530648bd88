import { join } from 'node:path';

import { filesBelow } from './files-below';
import { isSystemError } from '@/lib/system-error';

/** Folders and files that `npm run export` writes into `public/`, where git ignores them. */
export const generatedFolders = ['learn', 'search-index', 'study'];
export const generatedFiles = ['_redirects', 'redirects.map', 'site.png'];

/** The folder whose files are published unchanged. */
export function publicFolder(): string {
  return join(process.cwd(), 'public');
}

/** The paths of all files in `public/` except generated ones, sorted. */
export function publicFiles(): string[] {
  let files: string[];
  try {
    files = filesBelow(publicFolder());
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
  return files.filter((file) => !isGenerated(file));
}

/** Whether `npm run export` writes the file at a path within `public/`. */
export function isGenerated(file: string): boolean {
  const [folder = ''] = file.split('/', 1);
  return file === folder ? generatedFiles.includes(file) : generatedFolders.includes(folder);
}
