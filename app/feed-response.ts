import { feedItem, feedOf } from '@/lib/seo/feed-list';
import { feedTypes, writeFeed } from '@/lib/seo/feeds';
import type { FeedFormat } from '@/lib/site';
import { currentAnswer, currentLibrary } from './library';

/** Responds with the feed of a subject or, without `slug`, of the site. */
export async function feedResponse(format: FeedFormat, slug?: string): Promise<Response> {
  const { catalogue, changedDays } = await currentLibrary();
  const subject = slug === undefined ? undefined : catalogue.subject(slug);
  const listed = slug !== undefined && !subject ? undefined : feedOf(catalogue, changedDays, format, subject);
  if (!listed) return new Response(null, { status: 404 });
  const items = await Promise.all(
    listed.questions.map(async (question) => feedItem(question, (await currentAnswer(question.entry)).html)),
  );
  const type = feedTypes.find((candidate) => candidate.format === format)?.type;
  return new Response(writeFeed(format, { ...listed.feed, items }), {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  });
}
