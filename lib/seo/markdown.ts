import * as z from 'zod';

import { plainLine } from '@/lib/answer/line';
import { withOrigin } from '@/lib/answer/publish';
import type { Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { absoluteUrl, parseQuestionPath, questionPath, siteUrl } from '@/lib/site';

/**
 * A question as Markdown, as it is published beside its page: front matter in which every value is written as JSON, which
 * YAML reads as well, then the question, the short answer and the answer.
 *
 * @param answer as `RenderedAnswer` has it
 * @param addresses the question's addresses, the canonical one first
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

/** What {@link questionMarkdown} says of a question beside its answer. */
export interface PublishedQuestion {
  id: number;
  /** Its canonical address. */
  address: string;
  subject: string;
  slug: string;
  /** Other subjects in which it stands. */
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

/** The question that {@link questionMarkdown} wrote. @throws Error for Markdown that it did not write */
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

/** A text that is no Markdown, on one line, written so that Markdown shows it as it is. */
function escapeSigns(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[<$~&]/g, String.raw`\$&`)
    .replace(/#+$/, String.raw`\$&`);
}
