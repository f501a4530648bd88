import { listedName, type Author } from './authors';
import type { CitedPage } from './cited-page';
import { quoteTitle, withEndMark } from './quotes';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Abbreviations of MLA (MLA Handbook, 9th edition, appendix 1). */
const shortMonths = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** Web page on a website (Publication Manual of the APA, 7th edition, 10.16). */
export function apa({ title, authors, isBySite, day, site, url }: CitedPage): string {
  const names = authors.map((author) =>
    author.kind === 'body' ? author.name : listedName({ ...author, given: initials(author.given) }),
  );
  const date = `(${day.year}, ${months[day.month - 1] ?? ''} ${day.day}).`;
  // If the site is the author, its name is not repeated.
  const parts = [
    stopped(andList(names, ', & ')),
    date,
    withEndMark(title),
    ...(isBySite ? [] : [`${site}.`]),
  ];
  return [...parts, url].join(' ');
}

/** Page of a website (MLA Handbook, 9th edition, 5.3 to 5.12). */
export function mla({ title, authors, isBySite, day, site, url }: CitedPage): string {
  const date = `${day.day} ${shortMonths[day.month - 1] ?? ''} ${day.year}`;
  const [first, ...others] = authors;
  const names =
    others.length > 1 && first
      ? [`${listedName(first)}, et al.`]
      : [andList([...(first ? [listedName(first)] : []), ...others.map(spokenName)], ', and ')];
  // An organization that publishes its own work is named once, as the publisher.
  const author = isBySite ? [] : names.map(stopped);
  return [...author, quoteTitle(title), `${site}, ${date}, ${url}.`].join(' ');
}

/** Page of a website in a bibliography (The Chicago Manual of Style, 17th edition, 14.207). */
export function chicago({ title, authors, isBySite, day, site, url }: CitedPage): string {
  const [first, ...others] = authors;
  const names = [...(first ? [listedName(first)] : []), ...others.map(spokenName)];
  const date = `${months[day.month - 1] ?? ''} ${day.day}, ${day.year}.`;
  const parts = [
    stopped(andList(names, ', and ')),
    quoteTitle(title),
    ...(isBySite ? [] : [`${site}.`]),
    date,
  ];
  return [...parts, `${url}.`].join(' ');
}

function spokenName(author: Author): string {
  if (author.kind === 'body') return author.name;
  return `${author.given} ${author.family}${author.suffix === undefined ? '' : ` ${author.suffix}`}`;
}

/** "Jean-Paul" becomes "J.-P.", and "J.K." becomes "J. K.". */
function initials(given: string): string {
  return given
    .split(/\s+|(?<=\.)(?=\p{L})/u)
    .map((name) =>
      name
        .split('-')
        .map((part) => part.replace(/^(.).*$/u, '$1.'))
        .join('-'),
    )
    .join(' ');
}

/** Joins names with commas, the last one with `last`. */
function andList(names: readonly string[], last: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1) ?? ''}`;
}

/** Adds a period unless there is one at the end. */
function stopped(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
