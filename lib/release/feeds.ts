import { compareNewestFirst, type Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import type { ChangedDays } from '@/lib/catalogue/changed-days';
import { feedHtml } from '@/lib/seo/feed-html';
import { feedId, feedTypes, writeFeed, type FeedItem } from '@/lib/seo/feeds';
import { lastChanged, newestChange } from '@/lib/seo/last-changed';
import { absoluteUrl, feedPath, homePath, site, siteUrl, subjectPath, type FeedFormat } from '@/lib/site';
import { keyOf, type Output } from './output';

/** Questions in a feed, the newest. */
const feedLength = 50;

/** Gives an answer as it stands on its page. */
export type AnswerHtml = (entry: Entry) => Promise<string>;

/** A feed's parts that its formats share. */
interface Source {
  title: string;
  description: string;
  pagePath: string;
  feedPath: (format: FeedFormat) => string;
  entries: readonly Entry[];
  updated: string;
}

/** The feeds of the site and of every subject, in every format. */
export function feedOutputs(
  catalogue: Catalogue,
  changedDays: ChangedDays,
  answerHtml: AnswerHtml,
): Output[] {
  // The formats of a feed are made one after the other, and of the same items.
  let made: { source: Source; items: Promise<FeedItem[]> } | undefined;
  const itemsOf = (source: Source) => {
    if (made?.source !== source) made = { source, items: makeItems(source, changedDays, answerHtml) };
    return made.items;
  };
  const outputs: Output[] = [];
  for (const source of sourcesOf(catalogue, changedDays)) {
    const shown = source.entries.map((entry) => [entry, lastChanged(entry, changedDays.get(entry.path))]);
    for (const { format } of feedTypes) {
      const path = source.feedPath(format);
      outputs.push({
        path: path.slice(1),
        key: keyOf(path, siteUrl(), source.title, source.description, source.updated, shown),
        make: async () =>
          writeFeed(format, {
            id: feedId(source.pagePath),
            title: source.title,
            description: source.description,
            pageUrl: absoluteUrl(source.pagePath),
            feedUrl: absoluteUrl(path),
            updated: source.updated,
            items: await itemsOf(source),
          }),
      });
    }
  }
  return outputs;
}

function sourcesOf(catalogue: Catalogue, changedDays: ChangedDays): Source[] {
  const source = (rest: Omit<Source, 'updated'>): Source[] => {
    const entries = rest.entries.slice(0, feedLength);
    const updated = newestChange(entries, changedDays);
    return updated === undefined ? [] : [{ ...rest, entries, updated }];
  };
  return [
    ...source({
      title: site.name,
      description: site.description,
      pagePath: homePath,
      feedPath: (format) => feedPath(format),
      entries: catalogue.questions,
    }),
    ...catalogue.subjects.flatMap(({ slug, name, description }) =>
      source({
        title: `${site.name}: ${name}`,
        description: description ?? `The newest questions about ${name}.`,
        pagePath: subjectPath(slug),
        feedPath: (format) => feedPath(format, slug),
        // As the site's feed has it, so that a reader of both sees one question.
        entries: catalogue
          .inSubject(slug)
          .slice(0, feedLength)
          .map((entry) => catalogue.canonical(entry))
          .sort(compareNewestFirst),
      }),
    ),
  ];
}

async function makeItems(
  { entries }: Source,
  changedDays: ChangedDays,
  answerHtml: AnswerHtml,
): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  for (const entry of entries) {
    const url = absoluteUrl(entry.address);
    items.push({
      id: feedId(`question/${entry.id}`),
      url,
      title: entry.question,
      summary: entry.shortAnswer ?? entry.description,
      html: feedHtml(await answerHtml(entry), url),
      author: entry.author,
      published: entry.date,
      updated: lastChanged(entry, changedDays.get(entry.path)),
      keywords: entry.keywords,
    });
  }
  return items;
}
