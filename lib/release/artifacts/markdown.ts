import type { Entry } from '@/lib/catalogue/entry';
import type { Subject } from '@/lib/catalogue/catalogue';
import { questionMarkdown } from '@/lib/seo/markdown';
import { renderedAnswer } from './answer';
import type { Made, MakerContext } from './makers';

/** The Markdown copy of a question. */
export async function make(
  {
    entry,
    subject,
    addresses,
  }: { entry: Entry; subject: Pick<Subject, 'name'>; addresses: readonly string[] },
  context: MakerContext,
): Promise<Made> {
  const { markdown } = await renderedAnswer(entry, context);
  return { content: questionMarkdown(entry, subject, markdown, addresses) };
}
