import { plainLine } from '@/lib/answer/line';
import type { Catalogue, Subject } from '@/lib/catalogue/catalogue';
import type { ChangedDays } from '@/lib/catalogue/changed-days';
import { compareNewestFirst, plainEntry, type Entry } from '@/lib/catalogue/entry';
import { absoluteUrl, feedPath, homePath, site, subjectPath, type FeedFormat } from '@/lib/site';
import { feedHtml } from './feed-html';
import { feedId, feedTypes, type Feed, type FeedItem } from './feeds';
import { lastChanged, newestChange } from './last-changed';

/** Number of questions in a feed. */
const feedLength = 50;

/** A feed of the site, before its items are written. */
export interface ListedFeed {
  /** Address within the site. */
  path: string;
  format: FeedFormat;
  /** The feed without its items. */
  feed: Omit<Feed, 'items'>;
  questions: readonly FeedQuestion[];
}

/** A question of a feed. */
export interface FeedQuestion {
  entry: Entry;
  /** Day of the last change, YYYY-MM-DD. */
  updated: string;
}

/** The feeds of a subject or, without one, of the site, in every format. */
export function feedsOf(catalogue: Catalogue, changedDays: ChangedDays, subject?: Subject): ListedFeed[] {
  return feedTypes.flatMap(({ format }) => feedOf(catalogue, changedDays, format, subject) ?? []);
}

/** The feed of a subject or, without one, of the site; undefined if there are no questions. */
export function feedOf(
  catalogue: Catalogue,
  changedDays: ChangedDays,
  format: FeedFormat,
  subject?: Subject,
): ListedFeed | undefined {
  const entries = newestIn(catalogue, subject);
  const updated = newestChange(entries, changedDays);
  if (updated === undefined) return undefined;
  const path = feedPath(format, subject?.slug);
  const pagePath = subject ? subjectPath(subject.slug) : homePath;
  return {
    path,
    format,
    feed: {
      id: feedId(pagePath),
      ...describe(subject),
      pageUrl: absoluteUrl(pagePath),
      feedUrl: absoluteUrl(path),
      updated,
    },
    questions: entries.map((entry) => ({
      entry: plainEntry(entry),
      updated: lastChanged(entry, changedDays.get(entry.path)),
    })),
  };
}

/**
 * All feeds contain a question in several subjects at its canonical address, so that a reader of two feeds
 * sees it once.
 */
function newestIn(catalogue: Catalogue, subject: Subject | undefined): Entry[] {
  if (!subject) return catalogue.questions.slice(0, feedLength);
  return catalogue
    .inSubject(subject.slug)
    .slice(0, feedLength)
    .map((entry) => catalogue.canonical(entry))
    .sort(compareNewestFirst);
}

function describe(subject: Subject | undefined): Pick<Feed, 'title' | 'description'> {
  if (!subject) return { title: site.name, description: site.description };
  const { name, description = `The newest questions about ${name}.` } = subject;
  return { title: `${site.name}: ${name}`, description };
}

/** A question as an item of a feed. @param html the answer as on its page */
export function feedItem({ entry, updated }: FeedQuestion, html: string): FeedItem {
  const url = absoluteUrl(entry.address);
  return {
    id: feedId(`question/${entry.id}`),
    url,
    title: plainLine(entry.question),
    summary: plainLine(entry.shortAnswer ?? entry.description),
    html: feedHtml(html, url, `q${entry.id}-`),
    author: entry.author,
    published: entry.date,
    updated,
    keywords: entry.keywords,
  };
}
