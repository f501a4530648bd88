import type { Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';

import { boundProblems } from '@/lib/source/problem';
import { beginningOf, noBeginning, type Beginning } from './beginning/beginning';
import { checkAnchors } from './anchors';
import { findAnchors } from './find-anchors';
import { frameCode } from './html/code-blocks';
import { typesetFormulas } from './html/formulas';
import { setDirections } from './html/directions';
import { anchorHeadings, type Heading } from './html/headings';
import { plainText } from './html/plain-text';
import { joinPunctuation } from './html/punctuation';
import { answerSchema } from './html/schema';
import { frameTables } from './html/tables';
import type { ShownImage } from './image-file';
import { parseAnswer, type ParsedAnswer, type ParsedMarkdown } from './parse';
import { publishMarkdown } from './publish';
import { moveRemark, type Remark, type Report } from './remark';
import { sourceHtml } from './source-html';

/** A rendered answer, which a page shows below its h1. Plain data. */
export interface RenderedAnswer {
  /** Sanitized HTML; the source as text if one of the remarks is an error. */
  html: string;
  headings: Heading[];
  beginning: Beginning;
  /** For the Markdown copy. `withOrigin` makes links to this site absolute. */
  markdown: string;
  /** Number of words, including those of code and formulas. */
  wordCount: number;
  /** Local images with their sizes. */
  images: readonly ShownImage[];
  /** In the order of their places. */
  remarks: Remark[];
}

/**
 * Renders an answer. Hostile input may take long, exhaust the stack or end the process, so `AnswerRenderer`
 * calls this in a separate process.
 */
export function renderAnswer({ markdown, tree, remarks: found, offsetInText }: ParsedAnswer): RenderedAnswer {
  const remarks = [...found];
  const rendered = tree
    ? renderTree(tree, (remark) => void remarks.push(remark))
    : {
        html: sourceHtml(markdown),
        headings: [],
        beginning: noBeginning,
        markdown,
        wordCount: 0,
        images: [],
      };
  const inText = boundProblems(remarks)
    .sort((a, b) => a.offset - b.offset)
    .map((remark) => moveRemark(remark, offsetInText));
  return { ...rendered, remarks: inText };
}

/** Like {@link renderAnswer}, for Markdown. */
export function renderMarkdown(markdown: string): RenderedAnswer {
  return renderAnswer(parseAnswer({ form: 'markdown', text: markdown }));
}

function renderTree(
  { document, answer, images }: ParsedMarkdown,
  report: Report,
): Omit<RenderedAnswer, 'remarks'> {
  const markdown = publishMarkdown(document, answer);
  // Sanitizing a root node returns a root node.
  const page = sanitize(toHast(document), answerSchema) as Root;
  typesetFormulas(page, answer, report);
  frameCode(page);
  frameTables(page);
  const beginning = beginningOf(page);
  const headings = anchorHeadings(page);
  checkAnchors(document, () => findAnchors({ document, answer, images }), report);
  const wordCount = plainText(page).split(' ').length;
  joinPunctuation(page);
  setDirections(page);
  return {
    html: toHtml(page, { characterReferences: { useNamedReferences: true } }),
    headings,
    beginning,
    markdown,
    wordCount,
    images,
  };
}
