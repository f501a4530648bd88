import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** All code that the bytes of an index depend on, but for libraries. */
const sources = [
  'lib/release/search/search-index.ts',
  'lib/release/search/addresses.ts',
  'lib/release/search/changes.ts',
  'lib/release/search/cuts.ts',
  'lib/release/search/files.ts',
  'lib/release/search/places.ts',
  'lib/release/search/shards.ts',
  'lib/release/search/vocabulary.ts',
  'lib/release/search/words.ts',
  'lib/seo/markdown.ts',
  'public/scripts/search/library.js',
  'public/scripts/search/plain-text.js',
  'public/scripts/search/postings.js',
  'public/scripts/search/words.js',
];

/** Stands for the form of an index: one of another form cannot be updated. */
export async function indexVersion(projectFolder = process.cwd()): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const path of sources) hash.update(await readFile(join(projectFolder, path)));
  return hash.digest('hex').slice(0, 32);
}
