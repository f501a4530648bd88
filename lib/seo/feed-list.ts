import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { ChangedDays } from '@/lib/catalogue/changed-days';
import type { Entry } from '@/lib/catalogue/entry';
import { absoluteUrl, feedPath, homePath, site, subjectPath, type FeedFormat } from '@/lib/site';
import { feedId, feedTypes, type Feed } from './feeds';
import { lastChanged, newestChange } from './last-changed';

/** Questions in a feed, the newest. */
const feedLength = 50;

/** A feed whose answers are still to be read. */
export interface FeedOutline {
  /** Within the site. */
  path: string;
  format: FeedFormat;
  /** The feed without its items. */
  feed: Omit<Feed, 'items'>;
  questions: { entry: Entry; /** YYYY-MM-DD. */ updated: string }[];
}

/** The feeds of the site and of every subject, in every format. */
export function feedsOf(catalogue: Catalogue, changedDays: ChangedDays): FeedOutline[] {
  const outlines = (
    title: string,
    description: string,
    pagePath: string,
    pathOf: (format: FeedFormat) => string,
    all: readonly Entry[],
  ): FeedOutline[] => {
    const entries = all.slice(0, feedLength);
    const updated = newestChange(entries, changedDays);
    if (updated === undefined) return [];
    const questions = entries.map((entry) => ({ entry, updated: lastChanged(entry, changedDays.get(entry.path)) }));
    return feedTypes.map(({ format }) => ({
      path: pathOf(format),
      format,
      feed: {
        id: feedId(pagePath),
        title,
        description,
        pageUrl: absoluteUrl(pagePath),
        feedUrl: absoluteUrl(pathOf(format)),
        updated,
      },
      questions,
    }));
  };
  return [
    ...outlines(site.name, site.description, homePath, (format) => feedPath(format), catalogue.entries),
    ...catalogue.subjects.flatMap(({ slug, name, description }) =>
      outlines(
        `${site.name}: ${name}`,
        description ?? `The newest questions about ${name}.`,
        subjectPath(slug),
        (format) => feedPath(format, slug),
        catalogue.inSubject(slug),
      ),
    ),
  ];
}
