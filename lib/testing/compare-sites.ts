import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { filesBelow } from '@/lib/files/files-below';
import { comparePages } from './compare-pages';

/** Next.js writes a second copy of `404.html`. */
const copies = ['_not-found.html'];

/** The result of comparing two folders that contain one site. */
export interface ComparedSites {
  /** Number of pages that both folders have. */
  pages: number;
  /** A line for each page that one folder lacks, and for each difference of a page. */
  differences: string[];
}

/** Compares all pages of two folders, as `comparePages` does. */
export async function compareSites(first: string, second: string): Promise<ComparedSites> {
  const [one, other] = [pagesIn(first), pagesIn(second)];
  const both = one.filter((page) => other.includes(page));
  const differences = [
    ...one.filter((page) => !other.includes(page)).map((page) => `${page}: not in ${second}`),
    ...other.filter((page) => !one.includes(page)).map((page) => `${page}: not in ${first}`),
  ];
  for (const page of both) {
    const [text, otherText] = await Promise.all(
      [first, second].map((folder) => readFile(join(folder, page), 'utf8')),
    );
    differences.push(...comparePages(text ?? '', otherText ?? '').map((line) => `${page}: ${line}`));
  }
  return { pages: both.length, differences };
}

function pagesIn(folder: string): string[] {
  const files = filesBelow(folder);
  return files.filter((file) => file.endsWith('.html') && !copies.includes(file)).sort();
}
