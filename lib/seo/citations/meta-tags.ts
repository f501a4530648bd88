import { listedName } from './authors';
import type { CitedPage } from './cited-page';

/** The contents of a page's `<meta>` elements by name, in order. */
export type MetaTags = Readonly<Record<string, readonly string[]>>;

/**
 * The tags from which Google Scholar (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing) and
 * Zotero read citation data. Without the type, Zotero would classify the page as a journal article.
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
