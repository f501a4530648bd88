import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod';

import type { Subject } from '@/lib/catalogue/catalogue';
import { codeVersion } from '@/lib/cache/code-version';
import { writeNew } from '@/lib/files/write-new';
import { isSystemError } from '@/lib/system-error';
import {
  addressesFolder,
  contentsFile,
  indexFolder,
  postingsPath,
  readNames,
  spellingFile,
  writeNames,
  type Contents,
} from '@/public/scripts/search/library.js';
import { writeResultRows } from './result-rows';
import { Changes, type SearchChange } from './changes';
import { writeCompressed } from './compressed-file';
import { writePostingsFiles, type PostingsFiles } from './postings-files';
import { SearchIndexMismatch } from './mismatch';
import { Vocabulary } from './vocabulary';

export type { SearchChange } from './changes';

/** File for {@link updateSearchIndex} that browsers do not load. */
const vocabularyFile = 'vocabulary.bin';

/** Minimum length of a word for spelling suggestions. */
const minSpellingLength = 4;

/**
 * Number of the most frequent words in titles and keywords that serve as spelling suggestions. A complete
 * list would be large to load.
 */
const maxSpellings = 8000;

export interface IndexUpdate {
  /**
   * The folder of the new release. The index is written below it, where `public/scripts/search` reads it.
   * Files that are already there stay, unless the index has a file of the same path.
   */
  release: string;
  /** The folder of a release whose index is updated; if undefined, the index is built from scratch. */
  previous?: string | undefined;
  /** Subjects of the new release. */
  subjects: readonly Subject[];
  /**
   * Every question that differs between the releases, each once; without a previous release, all questions.
   */
  changes: Iterable<SearchChange> | AsyncIterable<SearchChange>;
}

/**
 * Makes the search index of a release. Its files depend only on the subjects and on the Markdown copies of
 * the questions, not on previous indexes. The time depends on the changed questions, plus two passes over the
 * list of all words.
 *
 * @returns paths of all files, within the folder of the index
 * @throws SearchIndexMismatch if the index of the previous release is missing, was written by another version
 *   of the code, or does not match its questions
 * @throws UserError if two questions have the same id
 */
export async function updateSearchIndex({
  release,
  previous,
  subjects,
  changes,
}: IndexUpdate): Promise<string[]> {
  const version = await indexVersion();
  const old = previous === undefined ? emptyIndex() : await openIndex(previous, version);
  if (!old) throw new SearchIndexMismatch(`${previous ?? ''} has no search index of this version.`);
  const collected = new Changes(new Set([...old.subjects, ...subjects.map(({ slug }) => slug)]));
  for await (const change of changes) collected.add(change);
  const vocabulary = old.vocabulary.with(collected.countChanges());

  const folder = join(release, indexFolder);
  await mkdir(folder, { recursive: true });
  const postingsFiles = await writePostingsFiles(folder, vocabulary, collected, old.postingsFiles);
  const rows = await writeResultRows(folder, previous && join(previous, indexFolder), collected);
  await writeCompressed(join(folder, spellingFile), JSON.stringify(spellings(vocabulary)));
  writeNew(join(folder, vocabularyFile), await vocabulary.write(version));
  const contents: Contents = {
    subjects: subjects.map(({ slug, name, accent, count }) => ({ slug, name, accent, count })),
    ...writeNames(postingsFiles.names),
  };
  writeNew(join(folder, contentsFile), JSON.stringify(contents));
  return [
    ...postingsFiles.names.map(postingsPath),
    ...rows.map((name) => `${addressesFolder}/${name}`),
    ...[spellingFile, vocabularyFile, contentsFile],
  ];
}

/** The version of the code that writes the search index. An index of another version cannot be updated. */
function indexVersion(): Promise<string> {
  return codeVersion('lib/search/search-index.ts');
}

interface OpenIndex {
  subjects: readonly string[];
  vocabulary: Vocabulary;
  postingsFiles: PostingsFiles;
}

const contentsSchema = z.object({
  subjects: z.array(z.object({ slug: z.string() })),
  starts: z.string(),
  hashes: z.string(),
});

/** The index of a release; undefined if it is missing, incomplete or of another version. */
async function openIndex(release: string, version: string): Promise<OpenIndex | undefined> {
  const folder = join(release, indexFolder);
  try {
    const vocabulary = await Vocabulary.read(await readFile(join(folder, vocabularyFile)), version);
    const contents: unknown = JSON.parse(await readFile(join(folder, contentsFile), 'utf8'));
    const { subjects, ...names } = contentsSchema.parse(contents);
    const postingsFiles = { folder, names: readNames(names) };
    return vocabulary && { subjects: subjects.map(({ slug }) => slug), vocabulary, postingsFiles };
  } catch (error) {
    if (isMissingOrDamaged(error)) return undefined;
    throw error;
  }
}

/** Whether the error means that a file of the index is missing or damaged. */
function isMissingOrDamaged(error: unknown): boolean {
  const codes = ['ENOENT', 'Z_DATA_ERROR', 'Z_BUF_ERROR'];
  return (
    error instanceof SyntaxError ||
    error instanceof z.ZodError ||
    codes.some((code) => isSystemError(error, code))
  );
}

function emptyIndex(): OpenIndex {
  return { subjects: [], vocabulary: Vocabulary.empty(), postingsFiles: { folder: '', names: [] } };
}

/** The most frequent words of titles and keywords, in order of frequency. */
function spellings({ counts }: Vocabulary): string[] {
  return counts
    .filter(({ word, inTitles }) => word.length >= minSpellingLength && inTitles > 0)
    .sort((a, b) => b.inTitles - a.inTitles || (a.word < b.word ? -1 : 1))
    .slice(0, maxSpellings)
    .map(({ word }) => word);
}
