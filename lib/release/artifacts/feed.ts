import type { Entry } from '@/lib/catalogue/entry';
import { feedHtml } from '@/lib/seo/feed-html';
import { feedId, writeFeed, type Feed } from '@/lib/seo/feeds';
import { absoluteUrl, type FeedFormat } from '@/lib/site';
import { renderedAnswer } from './answer';
import type { Made, MakerContext } from './makers';

export interface FeedInput {
  format: FeedFormat;
  /** The feed without its items. */
  feed: Omit<Feed, 'items'>;
  questions: readonly {
    entry: Entry;
    /** YYYY-MM-DD. */
    updated: string;
  }[];
}

/** A feed of the newest questions of the site or of a subject. */
export async function make({ format, feed, questions }: FeedInput, context: MakerContext): Promise<Made> {
  const items = await Promise.all(
    questions.map(async ({ entry, updated }) => {
      const url = absoluteUrl(entry.address);
      const { html } = await renderedAnswer(entry, context);
      return {
        id: feedId(`question/${entry.id}`),
        url,
        title: entry.question,
        summary: entry.shortAnswer ?? entry.description,
        html: feedHtml(html, url),
        author: entry.author,
        published: entry.date,
        updated,
        keywords: entry.keywords,
      };
    }),
  );
  return { content: writeFeed(format, { ...feed, items }) };
}
