import { plainLine } from '@/lib/answer/line';
import type { Entry } from '@/lib/catalogue/entry';
import { absoluteUrl, site } from '@/lib/site';

/** A page as a reader cites it, in one style. */
export interface Citation {
  style: 'APA' | 'MLA' | 'Chicago' | 'BibTeX';
  text: string;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * How to cite a question's page: APA 7 (webpage on a website), MLA 9, Chicago 17 (notes and bibliography) and BibTeX.
 *
 * @param address the question's canonical address
 */
export function citationsOf({ question: typed, author, date, slug }: Entry, address: string): Citation[] {
  const question = plainLine(typed);
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? '';
  const dayOfMonth = String(Number(day));
  const url = absoluteUrl(address);
  // A title that ends with its own mark gets no other.
  const stop = /[?.!]$/.test(question) ? '' : '.';
  const isHouse = author === site.name;
  return [
    {
      style: 'APA',
      text: `${author}. (${year}, ${name} ${dayOfMonth}). ${question}${stop} ${isHouse ? '' : `${site.name}. `}${url}`,
    },
    {
      style: 'MLA',
      text: `${isHouse ? '' : `${author}. `}“${question}${stop}” ${site.name}, ${dayOfMonth} ${name.slice(0, 3)}. ${year}, ${url}.`,
    },
    {
      style: 'Chicago',
      text: `${author}. “${question}${stop}” ${isHouse ? '' : `${site.name}. `}${name} ${dayOfMonth}, ${year}. ${url}.`,
    },
    {
      style: 'BibTeX',
      text: `@misc{${slug.split('-').filter(Boolean).slice(0, 4).join('-')}-${year},\n  author = {{${author}}},\n  title = {{${question}}},\n  year = {${year}},\n  month = {${name.slice(0, 3).toLowerCase()}},\n  howpublished = {\\url{${url}}}\n}`,
    },
  ];
}
