import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { lintPage } from '@/lib/seo/lint';
import { finishPage, finishSheet } from './finish';
import { removePrerendered } from './remove-prerendered';
import { writeNew } from './write-new';

/** A file that Next.js made, and where what it holds goes. */
export interface FinishRequest {
  /** The file that Next.js made; it and what belongs to it are gone afterwards. */
  from: string;
  /** Whether it holds several pages. */
  isSheet: boolean;
  /** Of each page, its address and its path within the release. */
  pages: readonly { address: string; path: string }[];
  releaseFolder: string;
}

/** A page of a release. */
export interface FinishedFile {
  /** In bytes. */
  size: number;
  /** Addresses within the site that it leads to. */
  targets: string[];
  /** What search engines would find wrong with it. */
  faults: string[];
}

/** @returns the pages in the order of the request */
export default function finish({ from, isSheet, pages, releaseFolder }: FinishRequest): FinishedFile[] {
  const made = readFileSync(from, 'utf8');
  const sheet = isSheet ? finishSheet(made) : undefined;
  const finished = pages.map(({ address, path }) => {
    const page = sheet ? sheet.get(address) : finishPage(made);
    if (!page) throw new Error(`${address} is not on its sheet`);
    const bytes = Buffer.from(page.html);
    writeNew(join(releaseFolder, path), bytes);
    return { size: bytes.length, targets: [...page.targets], faults: lintPage(page.head, address) };
  });
  removePrerendered(from);
  return finished;
}
