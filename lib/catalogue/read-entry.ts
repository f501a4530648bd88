import { readArticle, type Answer, type SourceFile } from '@/lib/source/article';
import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';
import { contentFolder, displayPath, readContent } from './content-folder';
import { fileHashOf, hashOf, toEntry, type Entry } from './entry';

/**
 * Reads the entry of a content file from disk; undefined if the file has errors, cannot be read or does not
 * exist.
 */
export function readEntry(folder: string, path: string): Entry | undefined {
  let source: SourceFile;
  try {
    source = readSource(folder, path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
  const { article } = readArticle(source);
  return article && toEntry(article, source);
}

/**
 * Reads the answer of an entry from its file.
 *
 * @throws UserError if the file has changed since the entry was made
 */
export function readAnswer(entry: Entry, folder = contentFolder()): Answer {
  const source = readSource(folder, entry.path);
  const { article } = readArticle(source);
  if (!article || hashOf(source.bytes) !== fileHashOf(entry)) {
    throw new UserError(`${source.file} was changed while the site was being built: build again.`);
  }
  return article.answer;
}

/** Reads a content file. @throws UserError if it does not exist or cannot be read */
function readSource(folder: string, path: string): SourceFile {
  const file = displayPath(folder, path);
  try {
    return { file, path, bytes: readContent(folder, path) };
  } catch (error) {
    const isMissing = error instanceof UserError && isSystemError(error.cause, 'ENOENT');
    if (!isMissing) throw error;
    throw new UserError(`${file} was removed while the site was being built: build again.`, { cause: error });
  }
}
