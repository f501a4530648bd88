import { plainLine } from '@/lib/answer/line';
import type { Entry } from '@/lib/catalogue/entry';
import { singleSpaces } from '@/lib/single-spaces';
import { absoluteUrl, site } from '@/lib/site';

import { readAuthors, type Author } from './authors';

/** The data of a page that all citation styles use. */
export interface CitedPage {
  /** Key of the page in a bibliography, unique within the site: lower-case letters, digits and hyphens. */
  key: string;
  /** One line of plain text, without the delimiters of formulas and code. */
  title: string;
  authors: readonly Author[];
  /** Whether the author is the site itself. */
  isBySite: boolean;
  /** The day of publication. */
  day: { year: string; month: number; day: number };
  site: string;
  url: string;
}

/** Number of words of the address that are part of a key. */
const keyWords = 4;

/** @param address the question's canonical address */
export function citedPage({ question, author, date, slug, id }: Entry, address: string): CitedPage {
  const [year = '', month, day] = date.split('-');
  const words = slug.split('-').filter(Boolean).slice(0, keyWords);
  return {
    key: [...words, id].join('-'),
    title: singleSpaces(plainLine(question)),
    authors: readAuthors(author),
    isBySite: author === site.name,
    day: { year, month: Number(month), day: Number(day) },
    site: site.name,
    url: absoluteUrl(address),
  };
}
