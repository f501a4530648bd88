import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { lintPage } from '@/lib/seo/lint';
import { serve } from '@/lib/threads/serve';
import { finishApp, finishDocument, type FinishedPage } from './finish';
import type { PagePaths } from './pieces';
import { removePrerendered } from './remove-prerendered';
import { writeNew } from './write-new';

/** A page that Next.js made, and where it goes. */
export interface FinishRequest {
  /** The file that Next.js made; it and what belongs to it are gone afterwards. */
  from: string;
  address: string;
  releaseFolder: string;
  /** Within the release. */
  paths: PagePaths;
}

/** The sizes in bytes of the files, in the order of the request's paths, and where the page leads. */
export interface FinishedFiles {
  sizes: number[];
  targets: string[];
  /** What search engines would find wrong with it. */
  faults: string[];
}

serve(({ from, address, releaseFolder, paths: [document, script] }: FinishRequest): FinishedFiles => {
  const write = (path: string, text: string): number => {
    const bytes = Buffer.from(text);
    writeNew(join(releaseFolder, path), bytes);
    return bytes.length;
  };
  const html = readFileSync(from, 'utf8');
  removePrerendered(from);
  if (script === undefined) {
    const page = finishDocument(html);
    return { sizes: [write(document, page.html)], ...readingOf(page, address) };
  }
  const app = finishApp(html, `/${script}`);
  return { sizes: [write(document, app.html), write(script, app.script)], ...readingOf(app, address) };
});

function readingOf({ targets, head }: FinishedPage, address: string): Omit<FinishedFiles, 'sizes'> {
  return { targets: [...targets], faults: lintPage(head, address) };
}
