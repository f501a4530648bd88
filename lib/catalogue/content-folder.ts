import { closeSync, constants, fstatSync, openSync, type Dirent } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

import { entriesBelow } from '@/lib/files/entries-below';
import { readFully } from '@/lib/files/read-fully';
import { limits } from '@/lib/limits';
import { errorAt, type Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';

/** The folder that holds the content: `CONTENT_DIR`, or `content` in the working directory. */
export function contentFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.env.CONTENT_DIR ?? 'content');
}

/** The question files of a content folder. */
export interface ContentListing {
  /** Paths within the folder, with `/` as separator, sorted. */
  paths: string[];
  problems: Problem[];
}

/** Lists every question file below `folder`. @throws UserError if the folder cannot be read */
export function listContent(folder: string): ContentListing {
  const entries = readEntries(folder);
  const paths: string[] = [];
  const problems: Problem[] = [];
  let parent = '';
  let start = '';
  for (const entry of entries) {
    if (entry.parentPath !== parent) {
      parent = entry.parentPath;
      start = relative(folder, join(/* turbopackIgnore: true */ parent, sep)).split(sep).join('/');
    }
    const path = start === '' ? entry.name : `${start}/${entry.name}`;
    if (entry.isDirectory() || /(?:^|\/)\./.test(path)) continue;
    const looksLikeQuestion = /\.(md|mdx|markdown|mdown)$/i.test(entry.name);
    if (entry.isSymbolicLink()) {
      problems.push(misfiled(folder, path, 'This is a symbolic link: put the file itself here.'));
    } else if (!entry.isFile()) {
      problems.push(misfiled(folder, path, 'This is not a regular file: remove it.'));
    } else if (looksLikeQuestion && unprintable.test(path)) {
      const message =
        'The name has a character that cannot be shown or is not UTF-8, here "\uFFFD": rename it.';
      problems.push(misfiled(folder, path, message));
    } else if (entry.name.endsWith('.md')) {
      paths.push(path);
    } else if (looksLikeQuestion) {
      problems.push(misfiled(folder, path, 'The name of a question file must end in ".md".'));
    }
  }
  return { paths: paths.sort(), problems };
}

function readEntries(folder: string): Dirent[] {
  try {
    return entriesBelow(folder);
  } catch (error) {
    throw new UserError(explainUnreadable(folder, error), { cause: error });
  }
}

/**
 * Paths within the content folder for files named on a command line.
 *
 * @throws UserError for a file outside the folder
 */
export function pathsWithin(folder: string, files: readonly string[]): string[] {
  return files.map((file) => {
    const path = relative(folder, resolve(file)).split(sep).join('/');
    if (path.startsWith('..')) throw new UserError(`${file} is not in the content folder ${folder}.`);
    return path;
  });
}

/**
 * The path of a content file as messages show it: relative to the working directory if it is inside,
 * otherwise absolute.
 */
export function displayPath(folder: string, path: string): string {
  return displayPaths(folder)(path);
}

/** {@link displayPath} for many files of one folder. */
export function displayPaths(folder: string): (path: string) => string {
  const fromHere = relative(process.cwd(), folder);
  const start = fromHere.startsWith('..') ? folder : fromHere;
  return (path) => (start === '' ? path : `${start}/${path}`);
}

/**
 * The bytes of a content file. For a file above the size limit, returns only enough bytes to show that it is
 * too large. Synchronous, because asynchronous calls take several times as long for small files.
 *
 * @throws UserError if it cannot be read or is not a regular file
 */
export function readContent(folder: string, path: string, mostBytes: number = limits.fileBytes): Uint8Array {
  const unreadable = (cause: unknown) =>
    new UserError(`${displayPath(folder, path)} cannot be read: ${String(cause)}`, { cause });
  // A link could lead out of the folder, and opening a pipe would block.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  let file: number;
  try {
    file = openSync(join(/* turbopackIgnore: true */ folder, path), flags);
  } catch (error) {
    throw unreadable(error);
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw unreadable('it is not a regular file');
    const bytes = new Uint8Array(Math.min(stats.size, mostBytes + 1));
    const length = readFully(file, bytes, null);
    return length === bytes.length ? bytes : bytes.slice(0, length);
  } finally {
    closeSync(file);
  }
}

/**
 * Characters that are invisible in a message or change how it is displayed, and U+FFFD, which replaces bytes
 * that are not text.
 */
const unprintable = /[\p{C}\p{Zl}\p{Zp}\uFFFD]/u;

function misfiled(folder: string, path: string, message: string): Problem {
  const file = displayPath(folder, path).replace(new RegExp(unprintable, 'gu'), '\uFFFD');
  return { file, ...errorAt({ line: 1, column: 1 }, 'file-name', message) };
}

function explainUnreadable(folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return `There is no content folder at ${folder}. Create it, or point CONTENT_DIR at another one.`;
    case 'ENOTDIR':
      return `${folder} is a file, not a folder. Point CONTENT_DIR at the folder that holds the questions.`;
    case 'EACCES':
    case 'EPERM':
      return `The content folder ${folder} may not be read by this user. Change its permissions, or point CONTENT_DIR at another one.`;
    default:
      return `The content folder ${folder} cannot be read: ${String(error)}`;
  }
}
