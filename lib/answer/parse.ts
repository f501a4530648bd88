import type { Nodes, Root } from 'mdast';

import type { Answer } from '@/lib/source/article';
import { findSpans } from './spans';
import { findExcess } from './depth';
import { decodeEscapes, offsetsInLine } from './escapes';
import type { ShownImage } from './image-file';
import { checkFences } from './markdown/fences';
import { placeFormulas } from './markdown/formulas';
import { sizeImages } from './markdown/images';
import { checkLanguages } from './markdown/languages';
import { checkLinks } from './markdown/links';
import { checkDelimiters } from './markdown/lone-delimiters';
import { checkHeadings, rebaseHeadings } from './markdown/outline';
import { findLargeTable } from './markdown/tables';
import { showRawHtml } from './markdown/raw-html';
import { maskFormulas, type MaskedAnswer } from './mask';
import { listNodes } from './nodes';
import { parseProse } from './prose/parse-prose';
import type { Remark, Report } from './remark';

export type AnswerText = Pick<Answer, 'form' | 'text'>;

/** A parsed answer, for inspection and rendering. */
export interface ParsedAnswer {
  markdown: string;
  /** Undefined if parsing would take too long. */
  tree: ParsedMarkdown | undefined;
  /** Remarks so far, at offsets in the Markdown. */
  remarks: readonly Remark[];
  /** Maps an offset in the Markdown to one in the answer's text. */
  offsetInText: (offset: number) => number;
}

export interface ParsedMarkdown {
  document: Root;
  /** All nodes of the document, each before its children. */
  nodes: readonly Nodes[];
  answer: MaskedAnswer;
  /** The local images of the answer. */
  images: readonly ShownImage[];
}

/** Parses the answer of a file. Hostile input may take long or end the process. */
export function parseAnswer({ form, text }: AnswerText): ParsedAnswer {
  const markdown = form === 'escaped' ? decodeEscapes(text) : text;
  const remarks: Remark[] = [];
  const tree = parseMarkdown(markdown, (remark) => void remarks.push(remark));
  const offsetInText = form === 'escaped' ? offsetsInLine(text, markdown) : (offset: number) => offset;
  return { markdown, tree, remarks, offsetInText };
}

/**
 * Parses Markdown and normalizes the tree: inserts formulas, converts raw HTML to text, removes forbidden
 * links and fits the outline below an h1. Returns undefined if parsing would take too long.
 */
function parseMarkdown(markdown: string, report: Report): ParsedMarkdown | undefined {
  const spans = findSpans(markdown);
  const excess = findExcess(markdown, spans);
  excess.forEach(report);
  if (excess.length > 0) return undefined;
  const answer = maskFormulas(markdown, spans);
  const document = parseProse(answer, spans, report);
  const found = listNodes(document);
  const table = findLargeTable(found);
  if (table) {
    report(table);
    return undefined;
  }
  checkFences(found, markdown, report);
  checkDelimiters(found, answer, report);
  placeFormulas(document, answer);
  showRawHtml(document, report);
  checkLinks(document, report);
  const nodes = listNodes(document);
  const images = sizeImages(nodes, report);
  checkLanguages(nodes, report);
  checkHeadings(nodes, report);
  rebaseHeadings(nodes);
  return { document, nodes, answer, images };
}
