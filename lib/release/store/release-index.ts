import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

import { isSystemError } from '@/lib/system-error';
import type { FileRecord } from '../artifacts/artifact';

/** What is known of the files of a release, or of one that was begun. */
export interface ReleaseIndex {
  /** By subject: the key of everything that the subject's pages show besides answers. */
  contexts: ReadonlyMap<string, string>;
  /** By path. */
  files: ReadonlyMap<string, FileRecord>;
}

/** The first line. The number is raised when the form changes: a release with another form is made anew. */
const header = 'release-index 5';

/** The last line of an index that was written to its end. */
const end = 'end';

const separator = '\t';
const contextMark = 'context';

/** An index that knows of no files. */
export const emptyIndex: ReleaseIndex = { contexts: new Map(), files: new Map() };

/** Writes an index: the file is there whole, or not at all. */
export function writeIndex(
  path: string,
  { contexts }: Pick<ReleaseIndex, 'contexts'>,
  files: Iterable<FileRecord>,
): void {
  const draft = `${path}.draft`;
  const lines = [...headLines(contexts)];
  for (const file of files) lines.push(lineOf(file));
  lines.push(end, '');
  writeFileSync(draft, lines.join('\n'), 'latin1');
  renameSync(draft, path);
}

/** Begins the journal of a release that is being made: an index to which records are appended. */
export function beginJournal(path: string, contexts: ReleaseIndex['contexts']): void {
  writeFileSync(path, `${[...headLines(contexts)].join('\n')}\n`, { encoding: 'latin1', flag: 'wx' });
}

/** Appends records of files that were made to a journal. */
export function appendToJournal(path: string, files: readonly FileRecord[]): void {
  if (files.length > 0) appendFileSync(path, `${files.map(lineOf).join('\n')}\n`, 'latin1');
}

/**
 * Reads an index, or a journal as far as its lines are complete: a build that was killed leaves half a line.
 *
 * @returns an empty index where there is no file, or one of another form
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

/** Paths are written as in a link, so that no character of a file name ends a line. No path begins with `context`. */
function encode(path: string): string {
  return /^[\w-][\w./-]*$/.test(path) && path !== contextMark ? path : `./${encodeURI(path)}`;
}

function decode(text: string): string {
  return text.startsWith('./') ? decodeURI(text.slice(2)) : text;
}

function readText(path: string): string {
  try {
    // One byte a character takes half the memory; all others are written as in a link.
    return readFileSync(path, 'latin1');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return '';
    throw error;
  }
}
