import { rmSync } from 'node:fs';

/**
 * Removes what Next.js made of a page once it was taken: a dozen files, most of them for its router.
 *
 * @param file the page's `prerenderedFile`
 */
export function removePrerendered(file: string): void {
  const stem = file.slice(0, -'.html'.length);
  for (const ending of ['.html', '.meta', '.rsc', '.segments']) {
    rmSync(stem + ending, { recursive: true, force: true });
  }
}
