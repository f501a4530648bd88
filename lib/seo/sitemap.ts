import { archivePages } from '@/lib/catalogue/archive';
import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import type { ChangedDays } from '@/lib/catalogue/changed-days';
import { chunksOf } from '@/lib/chunks';
import {
  absoluteUrl,
  archivePath,
  homePath,
  indexPath,
  learnPath,
  sitemapPartPath,
  subjectPath,
  topicPath,
} from '@/lib/site';
import { lastChanged, newestDay } from './last-changed';
import { textElement } from './xml';

/**
 * Maximum number of addresses in one sitemap. The protocol allows 50,000 addresses and 50 MB
 * (https://www.sitemaps.org/protocol.html#index). With the longest slugs that `limits.slugLength` allows,
 * this number takes half of that size.
 */
export const partSize = 45_000;

/** A page that search engines may list, or a sitemap. */
export interface ListedPage {
  /** Address within the site. */
  path: string;
  /** Day of the newest change of its contents, YYYY-MM-DD. */
  changed: string | undefined;
}

/** One sitemap of the index. */
export interface SitemapPart {
  path: string;
  pages: ListedPage[];
}

/**
 * All pages that search engines may list, divided into sitemaps. A question in several subjects is listed
 * only at its canonical address. Each subject has its own sitemaps, with questions in the order of their ids
 * and lists after them. Therefore a new question changes only the last sitemap of its subject and the sitemap
 * of pages without a subject.
 */
export function sitemapParts(catalogue: Catalogue, changedDays: ChangedDays): SitemapPart[] {
  const ofSubjects = catalogue.subjects.flatMap(({ slug }) => subjectSitemaps(catalogue, slug, changedDays));
  return [siteSitemap(ofSubjects.map(listedPart)), ...ofSubjects];
}

/** The sitemap of the pages without a subject. @param ofSubjects the sitemaps of all subjects */
export function siteSitemap(ofSubjects: readonly ListedPage[]): SitemapPart {
  const changed = newestDay(ofSubjects.map((part) => part.changed));
  return { path: sitemapPartPath('site'), pages: [homePath, learnPath].map((path) => ({ path, changed })) };
}

/** The sitemaps of a subject. */
export function subjectSitemaps(catalogue: Catalogue, slug: string, changedDays: ChangedDays): SitemapPart[] {
  return chunksOf(pagesOf(catalogue, slug, changedDays), partSize).map((pages, index) => ({
    path: sitemapPartPath(`${slug}-${index + 1}`),
    pages,
  }));
}

/** A sitemap as the index lists it. */
export function listedPart({ path, pages }: SitemapPart): ListedPage {
  return { path, changed: newestDay(pages.map(({ changed }) => changed)) };
}

/** Writes a sitemap (https://www.sitemaps.org/protocol.html). */
export function writeSitemap(pages: readonly ListedPage[]): string {
  return write('urlset', 'url', pages);
}

/** Writes the index that lists all sitemaps. */
export function writeSitemapIndex(parts: readonly ListedPage[]): string {
  return write('sitemapindex', 'sitemap', parts);
}

function pagesOf(catalogue: Catalogue, slug: string, changedDays: ChangedDays): ListedPage[] {
  const entries = catalogue.inSubject(slug);
  // Most questions are in a dozen lists, and a lookup by object is faster than one by path.
  const days = new Map(entries.map((entry) => [entry, lastChanged(entry, changedDays.get(entry.path))]));
  const page = (path: string, shown: readonly Entry[]) => ({
    path,
    changed: newestDay(shown.map((entry) => days.get(entry))),
  });
  return [
    ...entries
      .filter((entry) => catalogue.canonical(entry) === entry)
      .sort((a, b) => a.id - b.id)
      .map((entry) => page(entry.address, [entry])),
    page(subjectPath(slug), entries),
    page(indexPath(slug), entries),
    ...archivePages(entries).map(({ number, items }) => page(archivePath(slug, number), items)),
    ...catalogue.topicsIn(slug).map((topic) => page(topicPath(slug, topic.slug), topic.entries)),
  ];
}

function write(list: string, member: string, pages: readonly ListedPage[]): string {
  const members = pages.map(({ path, changed }) => {
    const lastChange = changed === undefined ? '' : textElement('lastmod', changed);
    return `<${member}>${textElement('loc', absoluteUrl(path))}${lastChange}</${member}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${members.join('')}</${list}>\n`;
}
