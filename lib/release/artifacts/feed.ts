import { RecentlyUsed } from '@/lib/answer/recently-used';
import { limits } from '@/lib/limits';
import { feedItem, type FeedQuestion, type ListedFeed } from '@/lib/seo/feed-list';
import { writeFeed, type FeedItem } from '@/lib/seo/feeds';
import { renderedAnswer } from './answer';
import type { Made, MakerContext } from './makers';

/** Each feed is written in several formats consecutively, from the same items. */
const kept = new RecentlyUsed<Promise<FeedItem>>(limits.keptFeedItems);

/** A feed of the newest questions of the site or of a subject. */
export async function make(
  { format, feed, questions }: Pick<ListedFeed, 'format' | 'feed' | 'questions'>,
  context: MakerContext,
): Promise<Made> {
  const items = await Promise.all(
    questions.map((question) => {
      const { entry, updated } = question;
      // The hash alone is not enough: a renamed file has the same hash.
      const key = `${entry.address} ${entry.hash} ${updated}`;
      return kept.get(key, () => writeItem(question, context));
    }),
  );
  return { content: writeFeed(format, { ...feed, items }) };
}

async function writeItem(question: FeedQuestion, context: MakerContext): Promise<FeedItem> {
  return feedItem(question, (await renderedAnswer(question.entry, context)).html);
}
