import type { Author } from './authors';
import type { CitedPage } from './cited-page';
import { latexText } from './latex-text';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * An entry for BibTeX and biblatex that compiles for any title. The address needs one of the packages url,
 * hyperref and biblatex. Double braces preserve capitals and keep the name of an organization unsplit.
 */
export function bibtex({ key, title, authors, day, url }: CitedPage): string {
  const fields = [
    `author = {${authors.map(nameOf).join(' and ')}}`,
    `title = {{${latexText(title)}}}`,
    `year = {${day.year}}`,
    `month = ${months[day.month - 1] ?? ''}`,
    `howpublished = {\\url{${url}}}`,
  ];
  return `@misc{${key},\n${fields.map((field) => `  ${field}`).join(',\n')}\n}`;
}

function nameOf(author: Author): string {
  if (author.kind === 'body') return `{${latexText(author.name)}}`;
  const { family, suffix, given } = author;
  return [family, ...(suffix === undefined ? [] : [suffix]), given].map(latexText).join(', ');
}
