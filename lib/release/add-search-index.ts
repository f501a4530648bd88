import { statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { filesBelow } from '@/lib/files-below';
import { readQuestionMarkdown } from '@/lib/seo/markdown';
import { indexFolder } from '@/public/scripts/search/library.js';
import type { Journal } from './manifest';
import { markdownFile } from './markdown-pages';
import { partOf } from './part';
import { canUpdateSearchIndex, updateSearchIndex, type SearchChange } from './search-index';
import type { Source } from './sources';

interface IndexedRelease {
  folder: string;
  journal: Journal;
  sources: readonly Source[];
}

/**
 * Adds the search index to a release whose questions are there as Markdown: that of a source, brought up to date, or
 * one of all questions.
 *
 * @param keys the key of each Markdown file of the release, but for those of unchanged subjects
 * @param unchanged subjects that are as they are in the first source
 */
export async function addSearchIndex(
  { folder, journal, sources }: IndexedRelease,
  catalogue: Catalogue,
  keys: ReadonlyMap<string, string>,
  unchanged: ReadonlySet<string>,
): Promise<void> {
  const { subjects } = catalogue;
  const source = await findIndexed(sources);
  const update =
    source &&
    updateSearchIndex({
      release: folder,
      previous: source.folder,
      subjects,
      changes: changesSince(source, folder, keys, unchanged),
    });
  const isUpdated = await update?.then(
    () => true,
    () => false,
  );
  if (isUpdated !== true) {
    // An index that does not fit its questions is made anew.
    await rm(join(folder, indexFolder), { recursive: true, force: true });
    await updateSearchIndex({ release: folder, subjects, changes: allQuestions(folder, catalogue) });
  }
  for (const file of await filesBelow(join(folder, indexFolder))) {
    // Addresses begin with a slash, paths within a release do not.
    const path = `${indexFolder.slice(1)}/${file}`;
    const { size } = statSync(join(folder, path));
    journal.add({ path, key: '', size, targets: [] });
  }
}

async function findIndexed(sources: readonly Source[]): Promise<Source | undefined> {
  for (const source of sources) if (await canUpdateSearchIndex(source.folder)) return source;
  return undefined;
}

async function* allQuestions(folder: string, { questions }: Catalogue): AsyncGenerator<SearchChange> {
  for (const { address } of questions)
    yield { after: await readFile(join(folder, markdownFile(address)), 'utf8') };
}

async function* changesSince(
  source: Source,
  folder: string,
  keys: ReadonlyMap<string, string>,
  unchanged: ReadonlySet<string>,
): AsyncGenerator<SearchChange> {
  // The index has each question once, from the Markdown at its canonical address.
  const read = async (release: string, path: string) => {
    const text = await readFile(join(release, path), 'utf8');
    return markdownFile(readQuestionMarkdown(text).address) === path ? text : undefined;
  };
  const { names, part } = source.manifest;
  for (const [path, key] of keys) {
    const before = part(partOf(path)).files.get(path);
    if (before?.key === key) continue;
    const after = await read(folder, path);
    const text = before && (await read(source.folder, path));
    if (text !== after) yield { before: text, after };
  }
  for (const name of names.filter((other) => !unchanged.has(other))) {
    for (const path of part(name).files.keys()) {
      if (isQuestion(path) && !keys.has(path)) yield { before: await read(source.folder, path) };
    }
  }
}

function isQuestion(path: string): boolean {
  return path.startsWith('learn/') && path.endsWith('.md');
}
