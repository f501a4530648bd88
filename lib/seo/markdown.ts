import * as z from 'zod';

import { plainLine } from '@/lib/answer/line';
import { withOrigin } from '@/lib/answer/publish';
import type { Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { absoluteUrl, parseQuestionPath, questionPath, siteUrl } from '@/lib/site';

/**
 * The Markdown copy of a question: front matter with JSON values, which are valid YAML, then the question,
 * the short answer and the answer.
 *
 * @param answer from `RenderedAnswer`
 * @param addresses of the question, the canonical one first
 */
export function questionMarkdown(
  entry: Entry,
  subject: Pick<Subject, 'name'>,
  answer: string,
  [canonical = '', ...others]: readonly string[] = [entry.address],
): string {
  const data: Record<string, unknown> = {
    title: plainLine(entry.title),
    url: absoluteUrl(canonical),
    ...(others.length > 0 && { also_at: others.map(absoluteUrl) }),
    id: entry.id,
    subject: subject.name,
    date: entry.date,
    author: entry.author,
    description: plainLine(entry.description),
    ...(entry.keywords.length > 0 && { keywords: entry.keywords }),
    ...(entry.sources.length > 0 && { sources: entry.sources }),
  };
  const lines = Object.entries(data).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const parts = [
    `---\n${lines.join('\n')}\n---`,
    `# ${escapeSigns(plainLine(entry.question))}`,
    ...(entry.shortAnswer === undefined ? [] : [`> In short: ${escapeSigns(plainLine(entry.shortAnswer))}`]),
    withOrigin(answer, siteUrl())
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd(),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The contents of {@link questionMarkdown} except the answer. */
export interface PublishedQuestion {
  id: number;
  /** Its canonical address. */
  address: string;
  subject: string;
  slug: string;
  /** Other subjects of the question. */
  otherSubjects: string[];
  title: string;
  question: string;
  keywords: string[];
}

const frontMatter = z.object({
  id: z.int(),
  url: z.string(),
  also_at: z.array(z.string()).optional().default([]),
  title: z.string(),
  keywords: z.array(z.string()).optional().default([]),
});

const wholeFile = /^---\n([^]*?)\n---\n\n# ([^\n]*)\n/;

/** Parses a text written by {@link questionMarkdown}. @throws Error for any other text */
export function readQuestionMarkdown(markdown: string): PublishedQuestion {
  const [, head = '', heading = ''] = wholeFile.exec(markdown) ?? [];
  const data = head.split('\n').map((line): [string, unknown] => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), JSON.parse(line.slice(colon + 2))];
  });
  const { url, also_at: others, ...rest } = frontMatter.parse(Object.fromEntries(data));
  const { subject, slug } = readAddress(url);
  return {
    ...rest,
    address: questionPath(subject, slug),
    subject,
    slug,
    otherSubjects: others.map((other) => readAddress(other).subject),
    question: heading.replace(/\\(?=[\\`*_[<$~&#])/g, ''),
  };
}

function readAddress(url: string): { subject: string; slug: string } {
  const address = parseQuestionPath(/\/learn\/[^/]+\/questions\/[^/]+$/.exec(url)?.[0] ?? '');
  if (!address) throw new Error(`${url} is not the address of a question`);
  return address;
}

/** Escapes plain text on one line so that Markdown shows it unchanged. */
function escapeSigns(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[<$~&]/g, String.raw`\$&`)
    .replace(/#+$/, String.raw`\$&`);
}
