import { Catalogue } from './catalogue';
import { listContent } from './content-folder';
import type { Entry } from './entry';
import { readEntry } from './read-entry';
import { readSubjectNames } from './subjects';

/**
 * Reads every file of a content folder once. Excludes files with errors; `npm run check` reports them.
 *
 * @throws UserError if the folder cannot be read
 */
export function loadCatalogue(folder: string): Catalogue {
  const { paths } = listContent(folder);
  const { names } = readSubjectNames(folder);
  const entries: Entry[] = [];
  for (const path of paths) {
    const entry = readEntry(folder, path);
    if (entry) entries.push(entry);
  }
  return new Catalogue(entries, names);
}
