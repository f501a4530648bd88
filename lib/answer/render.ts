import type { Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import { findExcess } from './depth';
import { frameCode } from './html/code-blocks';
import { typesetFormulas } from './html/formulas';
import { anchorHeadings, type Heading } from './html/headings';
import { sizeImages } from './html/images';
import { checkLinks } from './html/links';
import { answerSchema } from './html/schema';
import { frameTables } from './html/tables';
import { placeFormulas } from './markdown/formulas';
import { rebaseHeadings } from './markdown/outline';
import { showRawHtml } from './markdown/raw-html';
import { maskFormulas } from './mask';
import type { Remark } from './remark';
import { sourceHtml } from './source-html';

/** An answer ready to stand on a page below its h1. Plain data. */
export interface RenderedAnswer {
  /** Sanitized; the bare source when one of the remarks is an error. */
  html: string;
  headings: Heading[];
  /** In the order of their places. */
  remarks: Remark[];
}

const markdownParser = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Renders an answer's Markdown. Hostile input may take it long or exhaust its stack: `renderer` calls it where that does
 * no harm.
 */
export function renderMarkdown(markdown: string): RenderedAnswer {
  const excess = findExcess(markdown);
  if (excess.length > 0) return { html: sourceHtml(markdown), headings: [], remarks: excess };

  const answer = maskFormulas(markdown);
  const remarks: Remark[] = [];
  const report = (remark: Remark) => void remarks.push(remark);

  const document = markdownParser.parse(answer.masked);
  placeFormulas(document, answer);
  showRawHtml(document, report);
  rebaseHeadings(document);

  // A document becomes a document.
  const page = sanitize(toHast(document), answerSchema) as Root;
  checkLinks(page, report);
  sizeImages(page, report);
  typesetFormulas(page, answer, report);
  frameCode(page, report);
  frameTables(page);
  const headings = anchorHeadings(page);

  return {
    html: toHtml(page, { characterReferences: { useNamedReferences: true } }),
    headings,
    remarks: remarks.sort((a, b) => a.offset - b.offset),
  };
}
