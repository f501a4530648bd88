import type { Author } from './authors';
import type { CitedPage } from './cited-page';
import { latexText } from './latex-text';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * An entry for BibTeX and for biblatex, which LaTeX sets whatever the title is. Its address needs one of the packages url,
 * hyperref and biblatex. Two pairs of braces keep capitals as they are, and the name of a body in one piece.
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
