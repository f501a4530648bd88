import type { Entry } from '@/lib/catalogue/entry';
import type { ArchiveView, SubjectHead, TopicView } from '@/lib/pages/lists';
import type { Source } from '@/lib/source/schema';
import {
  absoluteUrl,
  archivePath,
  homePath,
  indexPath,
  learnPath,
  site,
  subjectPath,
  topicPath,
} from '@/lib/site';

type SubjectName = Pick<SubjectHead, 'slug' | 'name'>;

/** One step of a breadcrumb: what it says, and where it leads within the site. */
export interface Crumb {
  name: string;
  path: string;
}

export const learnCrumbs: Crumb[] = [
  { name: 'Home', path: homePath },
  { name: 'Subjects', path: learnPath },
];

export function subjectCrumbs(subject: SubjectName): Crumb[] {
  return [...learnCrumbs, { name: subject.name, path: subjectPath(subject.slug) }];
}

export function archiveCrumbs({ subject, number }: ArchiveView): Crumb[] {
  return [...subjectCrumbs(subject), { name: `Page ${number}`, path: archivePath(subject.slug, number) }];
}

export function indexCrumbs(subject: SubjectHead): Crumb[] {
  return [...subjectCrumbs(subject), { name: 'A to Z', path: indexPath(subject.slug) }];
}

export function topicCrumbs({ subject, slug, name }: TopicView): Crumb[] {
  return [...subjectCrumbs(subject), { name, path: topicPath(subject.slug, slug) }];
}

export function questionCrumbs(subject: SubjectName, entry: Entry): Crumb[] {
  return [...subjectCrumbs(subject), { name: entry.question, path: entry.address }];
}

/** schema.org `BreadcrumbList`. */
export function breadcrumbList(crumbs: readonly Crumb[]) {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteUrl(path),
    })),
  };
}

/** schema.org `Article`. @param changedDay YYYY-MM-DD, where it is known */
export function articleData(entry: Entry, subject: SubjectName, changedDay: string | undefined) {
  const publisher = { '@type': 'Organization', name: site.name, url: absoluteUrl(homePath) };
  return {
    '@type': 'Article',
    headline: entry.question,
    description: entry.description,
    keywords: entry.keywords,
    articleSection: subject.name,
    ...(entry.shortAnswer !== undefined && { abstract: entry.shortAnswer }),
    ...(entry.sources.length > 0 && { citation: entry.sources.map(citation) }),
    datePublished: entry.date,
    ...(changedDay !== undefined && changedDay > entry.date && { dateModified: changedDay }),
    author: entry.author === site.name ? publisher : { '@type': 'Person', name: entry.author },
    publisher,
    mainEntityOfPage: absoluteUrl(entry.address),
    inLanguage: site.language,
  };
}

function citation({ title, url, year }: Source) {
  return {
    '@type': 'CreativeWork',
    name: title,
    url,
    ...(year !== undefined && { datePublished: String(year) }),
  };
}

/** schema.org `WebSite`. */
export function websiteData() {
  return {
    '@type': 'WebSite',
    name: site.name,
    description: site.description,
    url: absoluteUrl(homePath),
    inLanguage: site.language,
  };
}

/** A page's whole structured data as text that is safe inside a script element. */
export function jsonLd(graph: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}
