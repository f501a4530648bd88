import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import { findExcess } from './depth';
import { placeFormulas } from './markdown/formulas';
import { sizeImages } from './markdown/images';
import { checkLanguages } from './markdown/languages';
import { checkLinks } from './markdown/links';
import { checkHeadings, rebaseHeadings } from './markdown/outline';
import { findLargeTable } from './markdown/tables';
import { showRawHtml } from './markdown/raw-html';
import { maskFormulas, type MaskedAnswer } from './mask';
import type { Report } from './remark';

const markdownParser = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * An answer's Markdown as a tree that is as it should be: formulas in their places, raw HTML as text, links that lead
 * where they may, the outline fit to stand below an h1. Nothing, when it would take a parser too long.
 */
export function parseMarkdown(
  markdown: string,
  report: Report,
): { document: Root; answer: MaskedAnswer } | undefined {
  const excess = findExcess(markdown);
  excess.forEach(report);
  if (excess.length > 0) return undefined;
  const answer = maskFormulas(markdown);
  const document = markdownParser.parse(answer.masked);
  const table = markdown.includes('|') ? findLargeTable(document) : undefined;
  if (table) {
    report(table);
    return undefined;
  }
  placeFormulas(document, answer);
  showRawHtml(document, report);
  checkLinks(document, report);
  sizeImages(document, report);
  checkLanguages(document, report);
  checkHeadings(document, report);
  rebaseHeadings(document);
  return { document, answer };
}
