import { listedName, type Author } from './authors';
import type { CitedPage } from './cited-page';

/**
 * A RIS record for reference managers: one tag of two characters on each line, from the type of work (`TY`)
 * to the end of the record (`ER`) (https://en.wikipedia.org/wiki/RIS_(file_format)). `ELEC` is a web page.
 */
export function ris({ title, authors, day, site, url, key }: CitedPage): string {
  const date = [day.year, twoDigits(day.month), twoDigits(day.day)].join('/');
  const fields = [
    ['TY', 'ELEC'],
    ['ID', key],
    ['TI', title],
    ...authors.map((author) => ['AU', nameOf(author)]),
    ['PY', day.year],
    ['DA', date],
    ['T2', site],
    ['PB', site],
    ['LA', 'en'],
    ['UR', url],
    ['ER', ''],
  ];
  return fields.map((field) => field.join('  - ')).join('\n');
}

/** Commas separate the parts of a person's name; the name of an organization may contain none. */
function nameOf(author: Author): string {
  return author.kind === 'body' ? author.name.replaceAll(',', '') : listedName(author);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
