import type { Root } from 'mdast';

import type { Span } from '../spans';
import { markdownTree } from '../markdown/tree';
import type { MaskedAnswer } from '../mask';
import { listNodes } from '../nodes';
import type { Report } from '../remark';
import { pipesToMask, reportPipes } from './pipes';
import { recoverEmphasis } from './recover-emphasis';
import { reportFootnotes } from './footnotes';
import { joinLines } from './line-ends';
import { correctAutolinks } from './autolinks';
import { maskCharacters, unmaskCharacters } from './mask-characters';
import { findUnintendedEmphasis } from './unintended-emphasis';

/**
 * Maximum number of passes. Masking delimiters in one pass can turn other delimiters into emphasis in the
 * next.
 */
const maxPasses = 8;

/**
 * Parses an answer by the rules of docs/answers.md, and reports differences from GitHub's Markdown.
 *
 * @param spans result of `findSpans`
 */
export function parseProse(answer: MaskedAnswer, spans: readonly Span[], report: Report): Root {
  const pipes = pipesToMask(answer.masked, spans);
  let masked = maskCharacters(answer.masked, pipes);
  let document = markdownTree(masked);
  let nodes = listNodes(document);
  for (let pass = 1; pass < maxPasses; pass += 1) {
    const unintended = findUnintendedEmphasis(nodes, masked, answer.text);
    if (unintended.length === 0) break;
    for (const { remark } of unintended) report(remark);
    masked = maskCharacters(
      masked,
      unintended.flatMap(({ delimiterOffsets }) => delimiterOffsets),
    );
    document = markdownTree(masked);
    nodes = listNodes(document);
  }
  correctAutolinks(document, nodes, masked, report);
  recoverEmphasis(document, masked, answer.text, report);
  reportFootnotes(document, masked, report);
  reportPipes(document, answer, spans, report);
  joinLines(document);
  if (masked !== answer.masked) unmaskCharacters(document);
  return document;
}
