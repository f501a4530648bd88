import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { lintPage } from '@/lib/seo/lint';
import { serve } from '@/lib/threads/serve';
import { finishPage } from './finish';
import { removePrerendered } from './remove-prerendered';
import { writeNew } from './write-new';

/** A page that Next.js made, and where it goes. */
export interface FinishRequest {
  /** The file that Next.js made; it and what belongs to it are gone afterwards. */
  from: string;
  address: string;
  releaseFolder: string;
  /** Within the release. */
  path: string;
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

serve(({ from, address, releaseFolder, path }: FinishRequest): FinishedFile => {
  const { html, targets, head } = finishPage(readFileSync(from, 'utf8'));
  removePrerendered(from);
  const bytes = Buffer.from(html);
  writeNew(join(releaseFolder, path), bytes);
  return { size: bytes.length, targets: [...targets], faults: lintPage(head, address) };
});
