import type { Entry } from '@/lib/catalogue/entry';
import { bibtex } from './citations/bibtex';
import { citedPage } from './citations/cited-page';
import { ris } from './citations/ris';
import { apa, chicago, mla } from './citations/styles';

/** A citation of a page in one style. */
export interface Citation {
  style: 'APA' | 'MLA' | 'Chicago' | 'BibTeX' | 'RIS';
  text: string;
}

/**
 * Citations of a question's page in APA 7, MLA 9, Chicago 17 (notes and bibliography), BibTeX and RIS.
 *
 * @param address the question's canonical address
 */
export function citationsOf(entry: Entry, address: string): Citation[] {
  const page = citedPage(entry, address);
  return [
    { style: 'APA', text: apa(page) },
    { style: 'MLA', text: mla(page) },
    { style: 'Chicago', text: chicago(page) },
    { style: 'BibTeX', text: bibtex(page) },
    { style: 'RIS', text: ris(page) },
  ];
}
