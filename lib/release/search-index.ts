import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import type { Subject } from '@/lib/catalogue/catalogue';
import { filesBelow } from '@/lib/files/files-below';
import { readQuestionMarkdown } from '@/lib/seo/markdown';
import { indexFolder } from '@/public/scripts/search/library.js';
import type { FileRecord } from './artifacts/artifact';
import { markdownFile } from './plan/page-artifacts';
import type { EarlierRelease, SearchPlan } from './plan/plan';
import { keepFiles, removeFiles } from './store/keep-files';
import { SearchIndexMismatch } from '@/lib/search/mismatch';
import { updateSearchIndex, type SearchChange } from '@/lib/search/search-index';

/** The folder of the index within a release. */
const folderName = indexFolder.slice(1);

/** The section of the index in the index of a release. */
export const searchSection = 'search-index';

export interface SearchIndexOptions {
  /** The folder of the release, which already contains all Markdown that was made. */
  folder: string;
  plan: SearchPlan;
  /** The release in use, or another one that may have an index. */
  earlier: EarlierRelease;
  subjects: readonly Subject[];
}

/**
 * Keeps the search index of an earlier release if nothing changed, or updates it with the changed questions.
 * Needs no Markdown other than that of changed questions.
 *
 * @returns the files of the index; undefined if the earlier release has no index that can be kept or updated
 */
export async function keepOrUpdateIndex(options: SearchIndexOptions): Promise<FileRecord[] | undefined> {
  const { folder, plan, earlier } = options;
  const { key } = plan;
  const kept = keepIndex(earlier, folder, key);
  if (kept) {
    removeOthers(folder, kept);
    return kept;
  }
  // A release that was not finished may have an index on disk, but not one that fits its files.
  const isIndexed = earlier.index.has(searchSection);
  const names = isIndexed ? await updateIndex(options) : undefined;
  return names && finishIndex(folder, key, names);
}

/** Builds the search index from all questions, each as soon as its Markdown exists. @returns its files */
export async function makeWholeIndex({
  folder,
  key,
  subjects,
  questions,
}: {
  /** The folder of the release. */
  folder: string;
  key: string;
  subjects: readonly Subject[];
  /** The Markdown of every question. */
  questions: Iterable<{ path: string }> | AsyncIterable<{ path: string }>;
}): Promise<FileRecord[]> {
  const changes = allQuestions(folder, questions);
  return finishIndex(folder, key, await updateSearchIndex({ release: folder, subjects, changes }));
}

function keepIndex(
  { folder: from, index }: EarlierRelease,
  to: string,
  key: string,
): FileRecord[] | undefined {
  const section = index.get(searchSection);
  if (section?.key !== key) return undefined;
  const files = [...section.files.values()];
  return keepFiles({ from, to, files }).length === 0 ? files : undefined;
}

/** @returns the names of its files; undefined if the index of the earlier release cannot be updated */
async function updateIndex(options: SearchIndexOptions): Promise<string[] | undefined> {
  const { folder: release, earlier, subjects } = options;
  try {
    return await updateSearchIndex({
      release,
      previous: earlier.folder,
      subjects,
      changes: changesSince(options),
    });
  } catch (error) {
    if (error instanceof SearchIndexMismatch) return undefined;
    throw error;
  }
}

function* changesSince({
  folder: after,
  earlier: { folder: before },
  plan: { added, changed, dropped },
}: SearchIndexOptions): Generator<SearchChange> {
  for (const path of added) yield { after: readCanonical(after, path) };
  for (const path of changed) {
    const [old, text] = [readCanonical(before, path), readCanonical(after, path)];
    if (old !== text) yield { before: old, after: text };
  }
  for (const path of dropped) yield { before: readCanonical(before, path) };
}

async function* allQuestions(
  folder: string,
  questions: Iterable<{ path: string }> | AsyncIterable<{ path: string }>,
): AsyncGenerator<SearchChange> {
  for await (const { path } of questions) {
    yield { after: readCanonical(folder, path) };
    // Lets the main thread give new requests to the other threads.
    await setImmediate();
  }
}

/**
 * The Markdown at the canonical address of a question, which the index contains once; undefined at any other
 * address.
 */
function readCanonical(folder: string, path: string): string | undefined {
  const text = readFileSync(join(folder, path), 'utf8');
  return markdownFile(readQuestionMarkdown(text).address) === path ? text : undefined;
}

/** Removes other files from the folder of the index. @returns the files with these names */
function finishIndex(folder: string, key: string, names: readonly string[]): FileRecord[] {
  const files = names.map((name) => {
    const path = `${folderName}/${name}`;
    // Synchronous, because asynchronous calls take ten times as long for such short operations.
    return { path, key, size: statSync(join(folder, path)).size };
  });
  removeOthers(folder, files);
  return files;
}

/** Removes the files of the index that a reused folder has from an old release. */
function removeOthers(folder: string, files: readonly FileRecord[]): void {
  const wanted = new Set(files.map(({ path }) => path));
  const found = filesBelow(join(folder, folderName)).map((name) => `${folderName}/${name}`);
  removeFiles(
    folder,
    found.filter((path) => !wanted.has(path)),
  );
}
