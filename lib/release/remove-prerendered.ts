import { rmSync } from 'node:fs';

/**
 * Removes what Next.js made of a page once it was taken, two files for its router among it.
 *
 * @param file the page's `prerenderedFile`
 */
export function removePrerendered(file: string): void {
  const stem = file.slice(0, -'.html'.length);
  for (const ending of ['.html', '.meta', '.rsc']) rmSync(stem + ending, { force: true });
}
