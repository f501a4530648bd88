import { compileMDX } from 'next-mdx-remote/rsc';
import type { ReactElement } from 'react';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';

import type { Answer } from '@/lib/source/article';
import { answerMarkdown } from './escapes';
import { remarkRebaseHeadings } from './outline';
import { remarkShowHtml } from './raw-html';

/** An answer as React elements: Markdown only, sanitised, its outline fit to stand below an h1. */
export async function renderAnswer(answer: Answer): Promise<ReactElement> {
  const { content } = await compileMDX({
    source: answerMarkdown(answer),
    options: {
      mdxOptions: {
        format: 'md',
        remarkPlugins: [remarkGfm, remarkShowHtml, remarkRebaseHeadings],
        rehypePlugins: [rehypeSanitize],
      },
    },
  });
  return content;
}
