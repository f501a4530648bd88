import type { Root } from 'mdast';

import type { Context } from '../contexts';
import { markdownTree } from '../markdown/tree';
import type { MaskedAnswer } from '../mask';
import { listNodes } from '../nodes';
import type { Report } from '../remark';
import { barsToCover, reportBars } from './bars';
import { readBold } from './bold';
import { reportFootnotes } from './footnotes';
import { joinLines } from './line-ends';
import { readAddresses } from './addresses';
import { coverSigns, uncoverSigns } from './signs';
import { findUnmeant } from './unmeant';

/** Maximum number of passes. Covering delimiters in one pass can turn others into emphasis. */
const mostPasses = 8;

/**
 * Parses an answer by the rules of docs/answers.md, and reports differences from GitHub's Markdown.
 *
 * @param contexts result of `findContexts`
 */
export function readAsMeant(answer: MaskedAnswer, contexts: readonly Context[], report: Report): Root {
  const bars = barsToCover(answer.masked, contexts);
  let masked = coverSigns(answer.masked, bars);
  let document = markdownTree(masked);
  let nodes = listNodes(document);
  for (let pass = 1; pass < mostPasses; pass += 1) {
    const unmeant = findUnmeant(nodes, masked, answer.text);
    if (unmeant.length === 0) break;
    for (const { remark } of unmeant) report(remark);
    masked = coverSigns(
      masked,
      unmeant.flatMap(({ signs }) => signs),
    );
    document = markdownTree(masked);
    nodes = listNodes(document);
  }
  readAddresses(document, nodes, masked, report);
  readBold(document, masked, answer.text, report);
  reportFootnotes(document, masked, report);
  reportBars(document, answer, contexts, report);
  joinLines(document);
  if (masked !== answer.masked) uncoverSigns(document);
  return document;
}
