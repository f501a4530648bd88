import type { Entry } from '@/lib/catalogue/entry';
import { readEntry } from '@/lib/catalogue/read-entry';
import { lowerPriority } from './low-priority';

// Next.js and the requested page have priority.
lowerPriority();

/** Question files whose entries are needed. */
export interface EntriesRequest {
  folder: string;
  paths: readonly string[];
}

/** The entry of each file, in their order; undefined for a file with errors. */
export default function readEntries({ folder, paths }: EntriesRequest): (Entry | undefined)[] {
  return paths.map((path) => readEntry(folder, path));
}
