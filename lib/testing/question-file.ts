/** Parts of a question file that differ from a good one. */
export interface QuestionParts {
  /** The complete first line. */
  opening?: string;
  /** The value of `title`, as YAML. */
  title?: string;
  /** The value of `subject`, as YAML. */
  subject?: string;
  /** The value of `date`, as YAML. */
  date?: string;
  /** Additional lines of front matter, each with its newline. */
  keys?: string;
  /** Additional lines below `seo`, each with its newline. */
  seo?: string;
  /** Markdown in the middle of the answer. */
  answer?: string;
  /** Whether the answer has the form of the source library. */
  escaped?: boolean;
}

/** The text of a question file without faults except in the given parts. Two ids never give similar files. */
export function questionFile(id: number, parts: QuestionParts = {}): string {
  const { opening = '---', title = `Question ${id}?`, subject = 'Physics', date = '2025-01-10' } = parts;
  const answer = [`${prose} ${words(id)}`, ...(parts.answer === undefined ? [] : [parts.answer]), ending(id)];
  const markdown = answer.join('\n\n');
  const line = parts.escaped === true ? `answer: >2-\n  ${markdown.replaceAll('\n', '\\n')}\n` : '';
  return `${opening}
id: ${id}
date: ${date}
title: ${title}
subject: ${subject}
seo:
  page_description: What question number ${id} asks, and the answer that this page of the library gives to it.
${parts.seo ?? '  page_keywords: sky, light\n'}${parts.keys ?? 'author: QuickTakes\n'}${line}---
${line === '' ? `\n${markdown}\n` : ''}`;
}

/** Two sentences of every answer that repeat no wording of the front matter. */
export const prose =
  'Light is scattered by air, and the short waves of blue are scattered more strongly than the long waves of red. ' +
  'So blue reaches the eye from every part of the sky, while most of the red goes straight on through the air.';

/** Words that no other file contains. */
function words(id: number): string {
  return Array.from({ length: 60 }, (_, index) => `w${id}x${index}`).join(' ');
}

function ending(id: number): string {
  return `## More\n\nThe rest of answer ${id}.`;
}
