import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { listContent } from '@/lib/catalogue/content-folder';

/**
 * Valid files in both forms, from which the fuzzer starts: documents in the format of the source library, and
 * some of this library.
 */
export async function articlesToFuzz(): Promise<string[]> {
  const texts: string[] = [];
  for (const folder of ['e2e/content', 'content']) {
    const { paths } = listContent(resolve(folder));
    for (const path of paths.slice(0, 20)) {
      const text = await readFile(join(folder, path), 'utf8');
      // All are tried at the same address.
      texts.push(text.replace(/^(?:file_name|url): .*\n/gm, '').replace(/^subject: .*/m, 'subject: Physics'));
    }
  }
  return texts;
}
