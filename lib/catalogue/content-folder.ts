import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

import { errorAt, type Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';

/** The folder that holds the content: `CONTENT_DIR`, or `content` in the working directory. */
export function contentFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.env.CONTENT_DIR ?? 'content');
}

/** The question files of a content folder. */
export interface ContentListing {
  /** Paths within the folder with `/` between the parts, sorted. */
  paths: string[];
  problems: Problem[];
}

/** Lists every question file below `folder`. @throws UserError when the folder cannot be read. */
export async function listContent(folder: string): Promise<ContentListing> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new UserError(explainUnreadable(folder, error));
  });
  const paths: string[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (path.split('/').some((part) => part.startsWith('.'))) continue;
    if (entry.isFile() && entry.name.endsWith('.md')) {
      paths.push(path);
    } else if (entry.isSymbolicLink()) {
      problems.push(misfiled(folder, path, 'This is a symbolic link: put the file itself here.'));
    } else if (entry.isFile() && /\.(md|mdx|markdown|mdown)$/i.test(entry.name)) {
      problems.push(misfiled(folder, path, 'The name of a question file must end in ".md".'));
    }
  }
  return { paths: paths.sort(), problems };
}

/** Paths within the content folder of files named on a command line. @throws UserError for one that lies elsewhere. */
export function pathsWithin(folder: string, files: readonly string[]): string[] {
  return files.map((file) => {
    const path = relative(folder, resolve(file)).split(sep).join('/');
    if (path.startsWith('..')) throw new UserError(`${file} does not lie in the content folder ${folder}.`);
    return path;
  });
}

/** How messages name a content file: relative to the working directory where it lies inside. */
export function displayPath(folder: string, path: string): string {
  const absolute = join(/* turbopackIgnore: true */ folder, path);
  const fromHere = relative(process.cwd(), absolute);
  return fromHere.startsWith('..') ? absolute : fromHere;
}

/** The bytes of a content file. */
export async function readContent(folder: string, path: string): Promise<Uint8Array> {
  return readFile(join(/* turbopackIgnore: true */ folder, path));
}

function misfiled(folder: string, path: string, message: string): Problem {
  return { file: displayPath(folder, path), ...errorAt({ line: 1, column: 1 }, 'file-name', message) };
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
