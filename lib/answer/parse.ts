import type { Nodes, Root } from 'mdast';

import type { Answer } from '@/lib/source/article';
import { findContexts } from './contexts';
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
import { readAsMeant } from './prose/read';
import type { Remark, Report } from './remark';

export type AnswerText = Pick<Answer, 'form' | 'text'>;

/** An answer, ready to be looked over and to be rendered. */
export interface ParsedAnswer {
  markdown: string;
  /** Nothing, when it would take a parser too long. */
  tree: ParsedMarkdown | undefined;
  /** What was remarked so far, at offsets in the Markdown. */
  remarks: readonly Remark[];
  /** From an offset in the Markdown to the one in the answer's text. */
  offsetInText: (offset: number) => number;
}

export interface ParsedMarkdown {
  document: Root;
  /** All nodes of the document, each before its children. */
  nodes: readonly Nodes[];
  answer: MaskedAnswer;
  /** Images of our own that it shows. */
  images: readonly ShownImage[];
}

/** Reads an answer as it stands in its file. Hostile input may take it long, or end its process. */
export function parseAnswer({ form, text }: AnswerText): ParsedAnswer {
  const markdown = form === 'escaped' ? decodeEscapes(text) : text;
  const remarks: Remark[] = [];
  const tree = parseMarkdown(markdown, (remark) => void remarks.push(remark));
  const offsetInText = form === 'escaped' ? offsetsInLine(text, markdown) : (offset: number) => offset;
  return { markdown, tree, remarks, offsetInText };
}

/**
 * An answer's Markdown as a tree that is as it should be: formulas in their places, raw HTML as text, links that lead
 * where they may, the outline fit to stand below an h1. Nothing, when it would take a parser too long.
 */
function parseMarkdown(markdown: string, report: Report): ParsedMarkdown | undefined {
  const contexts = findContexts(markdown);
  const excess = findExcess(markdown, contexts);
  excess.forEach(report);
  if (excess.length > 0) return undefined;
  const answer = maskFormulas(markdown, contexts);
  const document = readAsMeant(answer, contexts, report);
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
