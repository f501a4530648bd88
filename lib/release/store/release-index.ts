import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

import { chunksOf } from '@/lib/chunks';
import { isSystemError } from '@/lib/system-error';
import type { FileRecord } from '../artifacts/artifact';

/** The files of a finished or unfinished release. */
export interface ReleaseIndex {
  /** By subject: the hash of everything that the subject's pages show besides answers. */
  contexts: ReadonlyMap<string, string>;
  /** By path. */
  files: ReadonlyMap<string, FileRecord>;
}

/**
 * The first line. The number increases with each change of the format. Files of a release with another format
 * are not kept.
 */
const header = 'release-index 5';

/** The last line of a complete index. */
const end = 'end';

/** Number of files whose lines are in memory while an index is written. */
const writtenAtOnce = 10_000;

const separator = '\t';
const contextMark = 'context';

/** An index without files. */
export const emptyIndex: ReleaseIndex = { contexts: new Map(), files: new Map() };

/** Writes an index atomically. */
export function writeIndex(
  path: string,
  { contexts }: Pick<ReleaseIndex, 'contexts'>,
  files: readonly FileRecord[],
): void {
  const draft = `${path}.draft`;
  writeFileSync(draft, `${[...headLines(contexts)].join('\n')}\n`, 'latin1');
  // The lines of all files of a large library take 100 MB at once.
  for (const chunk of chunksOf(files, writtenAtOnce)) appendToJournal(draft, chunk);
  appendFileSync(draft, `${end}\n`, 'latin1');
  renameSync(draft, path);
}

/** Begins the journal of a new release: an index to which records are appended. */
export function beginJournal(path: string, contexts: ReleaseIndex['contexts']): void {
  writeFileSync(path, `${[...headLines(contexts)].join('\n')}\n`, { encoding: 'latin1', flag: 'wx' });
}

/** Appends records of completed files to a journal. */
export function appendToJournal(path: string, files: readonly FileRecord[]): void {
  if (files.length > 0) appendFileSync(path, `${files.map(lineOf).join('\n')}\n`, 'latin1');
}

/**
 * Reads an index, or the complete lines of a journal, since an interrupted build may leave an incomplete
 * line.
 *
 * @returns an empty index if there is no file, or if it has another format
 */
export function readIndex(path: string): ReleaseIndex {
  const text = readText(path);
  let lineEnd = text.indexOf('\n');
  if (text.slice(0, lineEnd) !== header) return emptyIndex;
  const contexts = new Map<string, string>();
  const files = new Map<string, FileRecord>();
  for (let start = lineEnd + 1; ; start = lineEnd + 1) {
    lineEnd = text.indexOf('\n', start);
    if (lineEnd === -1) break;
    const firstEnd = text.indexOf(separator, start);
    const secondEnd = text.indexOf(separator, firstEnd + 1);
    // The last line has no separator.
    if (firstEnd === -1 || secondEnd === -1 || secondEnd > lineEnd) break;
    const first = text.slice(start, firstEnd);
    const second = text.slice(firstEnd + 1, secondEnd);
    const third = text.slice(secondEnd + 1, lineEnd);
    if (first === contextMark) {
      contexts.set(second, third);
    } else {
      const path = decode(first);
      files.set(path, { path, key: second, size: Number(third) });
    }
  }
  return { contexts, files };
}

function* headLines(contexts: ReleaseIndex['contexts']): Generator<string> {
  yield header;
  for (const [subject, key] of contexts) yield [contextMark, subject, key].join(separator);
}

function lineOf({ path, key, size }: FileRecord): string {
  return [encode(path), key, size].join(separator);
}

/**
 * Paths are percent-encoded, so that no character of a file name is a line break. No path begins with
 * `context`.
 */
function encode(path: string): string {
  return /^[\w-][\w./-]*$/.test(path) && path !== contextMark ? path : `./${encodeURI(path)}`;
}

function decode(text: string): string {
  return text.startsWith('./') ? decodeURI(text.slice(2)) : text;
}

function readText(path: string): string {
  try {
    // Latin-1 takes half the memory. Other characters are percent-encoded.
    return readFileSync(path, 'latin1');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return '';
    throw error;
  }
}
