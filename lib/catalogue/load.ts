import { readArticle, type Answer } from '@/lib/source/article';
import { UserError } from '@/lib/user-error';
import { Catalogue, type Entry } from './catalogue';
import { contentFolder, displayPath, listContent, readContent } from './content-folder';
import { readSubjectNames } from './subjects';

/**
 * Reads every file of a content folder, once. Files with errors are left out: `npm run check` names them.
 *
 * @throws UserError when the folder cannot be read
 */
export async function loadCatalogue(folder: string): Promise<Catalogue> {
  const [{ paths }, { names }] = await Promise.all([listContent(folder), readSubjectNames(folder)]);
  const entries: Entry[] = [];
  for (const path of paths) {
    const reading = await readOne(folder, path).catch((error: unknown) => {
      if (error instanceof UserError) return undefined;
      throw error;
    });
    if (!reading?.article) continue;
    const { article } = reading;
    const { answer: _, ...rest } = article;
    entries.push({ ...rest, path });
  }
  return new Catalogue(entries, names);
}

/** The answer of an entry, from its file. @throws Error when the file has changed into one that cannot be read. */
export async function readAnswer(entry: Entry, folder = contentFolder()): Promise<Answer> {
  const { article } = await readOne(folder, entry.path);
  if (!article) {
    throw new Error(`${displayPath(folder, entry.path)} was broken while the site was being built`);
  }
  return article.answer;
}

async function readOne(folder: string, path: string) {
  return readArticle({ file: displayPath(folder, path), path, bytes: await readContent(folder, path) });
}
