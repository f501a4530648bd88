import { isDeepStrictEqual } from 'node:util';

import type { AnswerRenderer } from '@/lib/answer/answers';
import { decodeEscapes } from '@/lib/answer/escapes';
import { readArticle, type Article, type SourceFile } from '@/lib/source/article';
import { readFrontMatter, type FrontMatter } from '@/lib/source/front-matter';
import { knownKeys } from '@/lib/source/schema';
import { hasErrors, type Problem } from '@/lib/source/problem';

export interface FormatOptions {
  /** Keeps keys that only repeat other keys or the defaults. */
  keepRedundant: boolean;
}

/** A file in the readable form, or the problems that prevent it. */
export type Formatted = { text: string } | { problems: Problem[] };

/**
 * Rewrites a file into the readable form: the answer as Markdown below the front matter, without redundant
 * keys. Reads and renders both files to verify that they have the same meaning.
 */
export async function formatArticle(
  source: SourceFile,
  renderer: AnswerRenderer,
  options: FormatOptions,
): Promise<Formatted> {
  const before = readArticle(source);
  if (!before.article) return { problems: before.problems };
  const { frontMatter } = readFrontMatter(new TextDecoder().decode(source.bytes), knownKeys);
  if (!frontMatter) return { problems: before.problems };

  const text = write(frontMatter, before.article, options);
  const after = readArticle({ ...source, bytes: new TextEncoder().encode(text) });
  if (
    after.article &&
    !hasErrors(after.problems) &&
    (await isSame(before.article, after.article, renderer))
  ) {
    return { text };
  }
  const message =
    'The readable form of this file would have another meaning, so the file was not changed. Please report this.';
  return {
    problems: [{ file: source.file, line: 1, column: 1, severity: 'error', code: 'format', message }],
  };
}

function write(frontMatter: FrontMatter, article: Article, { keepRedundant }: FormatOptions): string {
  const { form, text } = article.answer;
  const written = frontMatter.toDocument().clone();
  written.delete('answer');
  if (!keepRedundant) {
    for (const [key, value] of redundantKeys(article)) {
      if (String(written.get(key)) === value) written.delete(key);
    }
  }
  const markdown = form === 'escaped' ? decodeEscapes(text) : text;
  return `---\n${written.toString({ lineWidth: 0 })}---\n\n${markdown.trim()}\n`;
}

/** The value that each redundant key would have by default. */
function redundantKeys({ title, slug, address }: Article): [key: string, value: string][] {
  return [
    ['article_title', title],
    ['question', title],
    ['file_name', `${slug}.md`],
    ['url', address],
    ['date_format', 'MMM DD, YYYY'],
    ['post_on_text', 'Posted on'],
  ];
}

async function isSame(before: Article, after: Article, renderer: AnswerRenderer): Promise<boolean> {
  const { answer: answerBefore, ...restBefore } = before;
  const { answer: answerAfter, ...restAfter } = after;
  if (!isDeepStrictEqual(restBefore, restAfter)) return false;
  const [first, second] = await Promise.all([renderer.render(answerBefore), renderer.render(answerAfter)]);
  return first.html === second.html;
}
