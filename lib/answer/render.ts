import { compileMDX } from 'next-mdx-remote/rsc';
import { renderToStaticMarkup } from 'react-dom/server';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';

import { findExcess } from './depth';
import { rehypeCodeBlocks } from './html/code-blocks';
import { rehypeFormulas } from './html/formulas';
import { rehypeHeadings, type Heading } from './html/headings';
import { rehypeLinks } from './html/links';
import { answerSchema } from './html/sanitize';
import { rehypeTables } from './html/tables';
import { remarkFormulas } from './markdown/formulas';
import { remarkRebaseHeadings } from './markdown/outline';
import { remarkRawHtml } from './markdown/raw-html';
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

/**
 * Renders an answer's Markdown. Hostile input may take it long or exhaust its stack: `renderer` calls it where that does
 * no harm.
 */
export async function renderMarkdown(markdown: string): Promise<RenderedAnswer> {
  const excess = findExcess(markdown);
  if (excess.length > 0) return { html: sourceHtml(markdown), headings: [], remarks: excess };

  const answer = maskFormulas(markdown);
  const headings: Heading[] = [];
  const remarks: Remark[] = [];
  const report = (remark: Remark) => void remarks.push(remark);
  const found = (heading: Heading) => void headings.push(heading);
  const { content } = await compileMDX({
    source: answer.masked,
    options: {
      mdxOptions: {
        format: 'md',
        remarkPlugins: [remarkGfm, [remarkFormulas, answer], [remarkRawHtml, report], remarkRebaseHeadings],
        rehypePlugins: [
          [rehypeSanitize, answerSchema],
          [rehypeLinks, report],
          [rehypeFormulas, answer, report],
          [rehypeCodeBlocks, report],
          rehypeTables,
          [rehypeHeadings, found],
        ],
      },
    },
  });
  const html = renderToStaticMarkup(content);
  return { html, headings, remarks: remarks.sort((a, b) => a.offset - b.offset) };
}
