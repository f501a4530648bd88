import type { Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';

import { boundProblems } from '@/lib/source/problem';
import { beginningOf, noBeginning, type Beginning } from './beginning/beginning';
import { frameCode } from './html/code-blocks';
import { typesetFormulas } from './html/formulas';
import { anchorHeadings, type Heading } from './html/headings';
import { plainText } from './html/plain-text';
import { joinPunctuation } from './html/punctuation';
import { answerSchema } from './html/schema';
import { frameTables } from './html/tables';
import type { ShownImage } from './image-file';
import { parseAnswer, type ParsedAnswer, type ParsedMarkdown } from './parse';
import { publishMarkdown } from './publish';
import type { Remark, Report } from './remark';
import { sourceHtml } from './source-html';

/** An answer ready to stand on a page below its h1. Plain data. */
export interface RenderedAnswer {
  /** Sanitized; the bare source when one of the remarks is an error. */
  html: string;
  headings: Heading[];
  beginning: Beginning;
  /** For other readers than browsers; links to the site's own pages become absolute by `withOrigin`. */
  markdown: string;
  /** How many words there are to read, those of code and formulas included. */
  wordCount: number;
  /** Images of our own that it shows, in the sizes that they had. */
  images: readonly ShownImage[];
  /** In the order of their places. */
  remarks: Remark[];
}

/**
 * Renders an answer. Hostile input may take it long, exhaust its stack or end its process: `AnswerRenderer` calls it where
 * that does no harm.
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
    .map((remark) => ({ ...remark, offset: offsetInText(remark.offset) }));
  return { ...rendered, remarks: inText };
}

/** Like {@link renderAnswer}, of Markdown. */
export function renderMarkdown(markdown: string): RenderedAnswer {
  return renderAnswer(parseAnswer({ form: 'markdown', text: markdown }));
}

function renderTree(
  { document, answer, images }: ParsedMarkdown,
  report: Report,
): Omit<RenderedAnswer, 'remarks'> {
  const markdown = publishMarkdown(document, answer);
  // A document becomes a document.
  const page = sanitize(toHast(document), answerSchema) as Root;
  typesetFormulas(page, answer, report);
  frameCode(page);
  frameTables(page);
  const beginning = beginningOf(page);
  const headings = anchorHeadings(page);
  const wordCount = plainText(page).split(' ').length;
  joinPunctuation(page);
  return {
    html: toHtml(page, { characterReferences: { useNamedReferences: true } }),
    headings,
    beginning,
    markdown,
    wordCount,
    images,
  };
}
