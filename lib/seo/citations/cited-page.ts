import { plainLine } from '@/lib/answer/line';
import type { Entry } from '@/lib/catalogue/entry';
import { absoluteUrl, site } from '@/lib/site';

import { readAuthors, type Author } from './authors';

/** What citations say of a page. Each style is written from this alone. */
export interface CitedPage {
  /** Names the page in a list of works; no other page of the site has it. Small letters, digits and hyphens. */
  key: string;
  /** On one line, without formulas' and code's signs. */
  title: string;
  authors: readonly Author[];
  /** Whether the site itself is the author. */
  isBySite: boolean;
  /** The day of publication. */
  day: { year: string; month: number; day: number };
  site: string;
  url: string;
}

/** Words of the address that stand in a key. */
const keyWords = 4;

/** @param address the question's canonical address */
export function citedPage({ question, author, date, slug, id }: Entry, address: string): CitedPage {
  const [year = '', month, day] = date.split('-');
  const words = slug.split('-').filter(Boolean).slice(0, keyWords);
  return {
    key: [...words, id].join('-'),
    title: plainLine(question).replace(/\s+/g, ' ').trim(),
    authors: readAuthors(author),
    isBySite: author === site.name,
    day: { year, month: Number(month), day: Number(day) },
    site: site.name,
    url: absoluteUrl(address),
  };
}
