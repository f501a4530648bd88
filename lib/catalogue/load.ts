import { readArticle, type Answer, type SourceFile } from '@/lib/source/article';
import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';
import { Catalogue } from './catalogue';
import { contentFolder, displayPath, listContent, readContent } from './content-folder';
import { fileHashOf, hashOf, toEntry, type Entry } from './entry';
import { readSubjectNames } from './subjects';

/**
 * Reads every file of a content folder once. Excludes files with errors; `npm run check` reports them.
 *
 * @throws UserError if the folder cannot be read
 */
export async function loadCatalogue(folder: string): Promise<Catalogue> {
  const [{ paths }, { names }] = await Promise.all([listContent(folder), readSubjectNames(folder)]);
  const entries: Entry[] = [];
  for (const path of paths) {
    const entry = await readEntry(folder, path);
    if (entry) entries.push(entry);
  }
  return new Catalogue(entries, names);
}

/**
 * Reads the entry of a content file from disk; undefined if the file has errors, cannot be read or does not
 * exist.
 */
export async function readEntry(folder: string, path: string): Promise<Entry | undefined> {
  const source = await readSource(folder, path).catch((error: unknown) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  const { article } = source ? readArticle(source) : {};
  return source && article && toEntry(article, source);
}

/**
 * Reads the answer of an entry from its file.
 *
 * @throws UserError if the file has changed since the entry was made
 */
export async function readAnswer(entry: Entry, folder = contentFolder()): Promise<Answer> {
  const source = await readSource(folder, entry.path);
  const { article } = readArticle(source);
  if (!article || hashOf(source.bytes) !== fileHashOf(entry)) {
    throw new UserError(`${source.file} was changed while the site was being built: build again.`);
  }
  return article.answer;
}

/** Reads a content file. @throws UserError if it does not exist or cannot be read */
async function readSource(folder: string, path: string): Promise<SourceFile> {
  const file = displayPath(folder, path);
  try {
    return { file, path, bytes: await readContent(folder, path) };
  } catch (error) {
    const isMissing = error instanceof UserError && isSystemError(error.cause, 'ENOENT');
    if (!isMissing) throw error;
    throw new UserError(`${file} was removed while the site was being built: build again.`, { cause: error });
  }
}
