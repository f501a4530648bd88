import { feedItem, type ListedFeed } from '@/lib/seo/feed-list';
import { writeFeed } from '@/lib/seo/feeds';
import { renderedAnswer } from './answer';
import type { Made, MakerContext } from './makers';

/** A feed of the newest questions of the site or of a subject. */
export async function make(
  { format, feed, questions }: Pick<ListedFeed, 'format' | 'feed' | 'questions'>,
  context: MakerContext,
): Promise<Made> {
  const items = await Promise.all(
    questions.map(async (question) =>
      feedItem(question, (await renderedAnswer(question.entry, context)).html),
    ),
  );
  return { content: writeFeed(format, { ...feed, items }) };
}
