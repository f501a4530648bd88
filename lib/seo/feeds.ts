import { site, siteUrl, type FeedFormat } from '@/lib/site';
import { escapeXml, textElement } from './xml';

/** Data of a feed. */
export interface Feed {
  /** Does not change if addresses change; see {@link feedId}. */
  id: string;
  title: string;
  description: string;
  /** Absolute addresses of the page that the feed belongs to and of the feed itself. */
  pageUrl: string;
  feedUrl: string;
  /** YYYY-MM-DD. */
  updated: string;
  items: readonly FeedItem[];
}

export interface FeedItem {
  id: string;
  /** Absolute. */
  url: string;
  title: string;
  summary: string;
  /** The complete answer with absolute links. */
  html: string;
  author: string;
  /** YYYY-MM-DD. */
  published: string;
  updated: string;
  keywords: readonly string[];
}

/** The media types of the formats, as in links of pages. */
export const feedTypes: readonly { format: FeedFormat; type: string }[] = [
  { format: 'atom', type: 'application/atom+xml' },
  { format: 'rss', type: 'application/rss+xml' },
  { format: 'json', type: 'application/feed+json' },
];

/** A year in which the owner of the site owned its domain, as required by tag URIs (RFC 4151). */
const idYear = 2025;

/**
 * A permanent identifier (tag URI) for feed readers, independent of addresses.
 *
 * @param specific such as `question/200101`
 */
export function feedId(specific: string): string {
  return `tag:${new URL(siteUrl()).hostname},${idYear}:${specific}`;
}

/**
 * Writes a feed in Atom 1.0 (RFC 4287), RSS 2.0 (https://www.rssboard.org/rss-specification) or JSON Feed 1.1
 * (https://www.jsonfeed.org/version/1.1/).
 */
export function writeFeed(format: FeedFormat, feed: Feed): string {
  switch (format) {
    case 'atom':
      return writeAtom(feed);
    case 'rss':
      return writeRss(feed);
    case 'json':
      return writeJson(feed);
  }
}

function writeAtom({ id, title, description, pageUrl, feedUrl, updated, items }: Feed): string {
  return xml([
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">`,
    textElement('id', id),
    textElement('title', title),
    textElement('subtitle', description),
    textElement('updated', instant(updated)),
    link('self', 'application/atom+xml', feedUrl),
    link('alternate', 'text/html', pageUrl),
    `<author>${textElement('name', site.name)}</author>`,
    ...items.flatMap((item) => [
      '<entry>',
      textElement('id', item.id),
      textElement('title', item.title),
      link('alternate', 'text/html', item.url),
      textElement('published', instant(item.published)),
      textElement('updated', instant(item.updated)),
      `<author>${textElement('name', item.author)}</author>`,
      ...item.keywords.map((keyword) => `<category term="${escapeXml(keyword)}"/>`),
      textElement('summary', item.summary),
      textElement('content', item.html, ' type="html"'),
      '</entry>',
    ]),
    '</feed>',
  ]);
}

function link(rel: string, type: string, url: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapeXml(url)}"/>`;
}

function writeRss({ title, description, pageUrl, feedUrl, updated, items }: Feed): string {
  return xml([
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    textElement('title', title),
    textElement('link', pageUrl),
    textElement('description', description),
    textElement('language', site.language),
    textElement('lastBuildDate', new Date(updated).toUTCString()),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(feedUrl)}"/>`,
    ...items.flatMap((item) => [
      '<item>',
      textElement('title', item.title),
      textElement('link', item.url),
      textElement('guid', item.id, ' isPermaLink="false"'),
      textElement('pubDate', new Date(item.published).toUTCString()),
      // RSS's own `author` must be an e-mail address.
      textElement('dc:creator', item.author),
      ...item.keywords.map((keyword) => textElement('category', keyword)),
      textElement('description', escapeXml(item.summary)),
      textElement('content:encoded', item.html),
      '</item>',
    ]),
    '</channel>',
    '</rss>',
  ]);
}

function writeJson({ title, description, pageUrl, feedUrl, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: pageUrl,
    feed_url: feedUrl,
    language: site.language,
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      date_published: instant(item.published),
      date_modified: instant(item.updated),
      authors: [{ name: item.author }],
      ...(item.keywords.length > 0 && { tags: item.keywords }),
    })),
  });
}

function xml(lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${lines.join('\n')}\n`;
}

/** A day as RFC 3339 date and time. */
function instant(day: string): string {
  return `${day}T00:00:00Z`;
}
