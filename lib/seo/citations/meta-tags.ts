import { listedName } from './authors';
import type { CitedPage } from './cited-page';

/** The names of a page's `<meta>` elements with their contents; those of one name stand in a row. */
export type MetaTags = Readonly<Record<string, readonly string[]>>;

/**
 * What Google Scholar (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing) and Zotero read of a page to
 * cite it. Without the type, Zotero takes what has a title of this kind for an article in a journal.
 */
export function citationTags({ title, authors, day }: CitedPage): MetaTags {
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return {
    citation_title: [title],
    citation_author: authors.map(listedName),
    citation_publication_date: [`${day.year}/${twoDigits(day.month)}/${twoDigits(day.day)}`],
    'DC.type': ['webpage'],
  };
}
