import { plainLine } from '@/lib/answer/line';
import type {
  ArticleLeaf,
  BreadcrumbListLeaf,
  CollectionPageLeaf,
  CreativeWorkLeaf,
  LearningResourceLeaf,
  MergeLeafTypes,
  OrganizationLeaf,
  PersonLeaf,
  QAPageLeaf,
  QuizLeaf,
  ThingLeaf,
  WebSiteLeaf,
} from 'schema-dts';

import type { Entry } from '@/lib/catalogue/entry';
import type { ArchiveView, SubjectHead, TopicView } from '@/lib/views/lists';
import { scriptData } from './script-data';
import type { Source } from '@/lib/source/schema';
import {
  absoluteUrl,
  archivePath,
  homePath,
  indexPath,
  learnPath,
  logoPath,
  questionMarkup,
  site,
  subjectPath,
  topicPath,
} from '@/lib/site';
import { readAuthors, spokenName, type Author } from './citations/authors';
import { lastChanged } from './last-changed';

type SubjectName = Pick<SubjectHead, 'slug' | 'name'>;

/** A step of a breadcrumb: its text, and its address within the site. */
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
  return [...subjectCrumbs(subject), { name: plainLine(entry.question), path: entry.address }];
}

/** The structured data of a page: one node for each item that it describes. */
export type Graph = readonly (
  | MergeLeafTypes<[ArticleLeaf, LearningResourceLeaf]>
  | BreadcrumbListLeaf
  | CollectionPageLeaf
  | OrganizationLeaf
  | QAPageLeaf
  | QuizLeaf
  | WebSiteLeaf
)[];

/** The data of a question page that its structured data needs. */
interface QuestionFacts {
  entry: Entry;
  /** The question's canonical address. */
  canonical: string;
  subject: SubjectName;
  /** Day of the last change (YYYY-MM-DD), if known. */
  changedDay: string | undefined;
  /** The social image of the page. */
  image?: { url: string };
  markup?: typeof questionMarkup;
}

/** The structured data of a question's page. Includes the short answer only if the page shows it. */
export function questionGraph(page: QuestionFacts): Graph {
  const { entry, canonical, subject } = page;
  return [
    articleNode(page),
    breadcrumbNode(questionCrumbs(subject, entry), entry.address === canonical),
    ...(entry.shortAnswer === undefined ? [] : [answerNode(page, plainLine(entry.shortAnswer))]),
  ];
}

/** The structured data of the home page. */
export function homeGraph(): Graph {
  const website: WebSiteLeaf = {
    '@type': 'WebSite',
    '@id': absoluteUrl(`${homePath}#website`),
    name: site.name,
    description: site.description,
    url: absoluteUrl(homePath),
    inLanguage: site.language,
    publisher: { '@id': organizationId() },
  };
  return [publisherNode(), website];
}

/**
 * Maximum number of list members in structured data. For thousands of members, it would be larger than the
 * page.
 */
const namedMembers = 50;

/**
 * The structured data of a list page.
 *
 * @param crumbs end with the page itself
 * @param members everything in the list, in order; a question in several subjects with its canonical
 *   address
 */
export function collectionGraph(
  name: string,
  crumbs: readonly Crumb[],
  members: readonly { address: string; canonical?: string; title: string }[],
): Graph {
  const url = absoluteUrl(crumbs.at(-1)?.path ?? homePath);
  const collection: CollectionPageLeaf = {
    '@type': 'CollectionPage',
    '@id': url,
    name,
    url,
    inLanguage: site.language,
    isPartOf: { '@type': 'WebSite', '@id': absoluteUrl(`${homePath}#website`), name: site.name },
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: members.length,
      itemListElement: members
        .slice(0, namedMembers)
        .map(({ address, canonical = address, title }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: title,
          url: absoluteUrl(canonical),
        })),
    },
  };
  return [collection, breadcrumbNode(crumbs)];
}

/** Serializes structured data so that it is safe inside a script element. */
export function jsonLd(graph: Graph): string {
  return scriptData({ '@context': 'https://schema.org', '@graph': graph });
}

function articleNode({ entry, canonical, subject, changedDay, image }: QuestionFacts): Graph[number] {
  const url = absoluteUrl(canonical);
  return {
    '@type': ['Article', 'LearningResource'],
    '@id': `${url}#article`,
    headline: plainLine(entry.question),
    description: plainLine(entry.description),
    url,
    mainEntityOfPage: url,
    ...(entry.shortAnswer !== undefined && { abstract: plainLine(entry.shortAnswer) }),
    ...(image && { image: image.url }),
    author: authorNodes(entry),
    publisher: publisherNode(),
    datePublished: entry.date,
    dateModified: lastChanged(entry, changedDay),
    about: aboutSubject(subject),
    ...(entry.keywords.length > 0 && { keywords: entry.keywords }),
    ...(entry.sources.length > 0 && { citation: entry.sources.map(citationNode) }),
    isPartOf: {
      '@type': 'CollectionPage',
      '@id': absoluteUrl(subjectPath(subject.slug)),
      name: subject.name,
      url: absoluteUrl(subjectPath(subject.slug)),
    },
    inLanguage: site.language,
    isAccessibleForFree: true,
  };
}

function answerNode(page: QuestionFacts, shortAnswer: string): QuizLeaf | QAPageLeaf {
  const { entry, canonical, subject, markup = questionMarkup } = page;
  const url = absoluteUrl(canonical);
  if (markup === 'Quiz') {
    return {
      '@type': 'Quiz',
      '@id': `${url}#quiz`,
      about: { '@type': 'Thing', name: entry.keywords[0] ?? subject.name },
      educationalAlignment: {
        '@type': 'AlignmentObject',
        alignmentType: 'educationalSubject',
        targetName: subject.name,
      },
      hasPart: {
        '@type': 'Question',
        eduQuestionType: 'Flashcard',
        text: plainLine(entry.question),
        acceptedAnswer: { '@type': 'Answer', text: shortAnswer },
      },
    };
  }
  return {
    '@type': 'QAPage',
    '@id': `${url}#questions`,
    mainEntity: {
      '@type': 'Question',
      name: plainLine(entry.question),
      text: plainLine(entry.question),
      answerCount: 1,
      datePublished: entry.date,
      acceptedAnswer: {
        '@type': 'Answer',
        text: shortAnswer,
        url,
        datePublished: entry.date,
        author: authorNodes(entry),
      },
    },
  };
}

/**
 * @param isCanonical whether the page is at its canonical address; if not, the last crumb has no address,
 *   which Google allows
 *   (https://developers.google.com/search/docs/appearance/structured-data/breadcrumb#list-item)
 */
function breadcrumbNode(crumbs: readonly Crumb[], isCanonical = true): BreadcrumbListLeaf {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...((isCanonical || index < crumbs.length - 1) && { item: absoluteUrl(path) }),
    })),
  };
}

function organizationId(): string {
  return absoluteUrl(`${homePath}#organization`);
}

function publisherNode(): OrganizationLeaf {
  return {
    '@type': 'Organization',
    '@id': organizationId(),
    name: site.name,
    url: absoluteUrl(homePath),
    logo: absoluteUrl(logoPath),
  };
}

/** One node for each author that citations name, a single one outside a list. */
function authorNodes({ author }: Entry): AuthorNode | AuthorNode[] {
  if (author === site.name) return publisherNode();
  const nodes = readAuthors(author).map(authorNode);
  const [only] = nodes;
  return nodes.length === 1 && only ? only : nodes;
}

type AuthorNode = OrganizationLeaf | PersonLeaf;

function authorNode(author: Author): AuthorNode {
  const name = spokenName(author);
  return author.kind === 'body' ? { '@type': 'Organization', name } : { '@type': 'Person', name };
}

function aboutSubject({ name }: SubjectName): ThingLeaf {
  return { '@type': 'Thing', name };
}

function citationNode({ title, url, year }: Source): CreativeWorkLeaf {
  return {
    '@type': 'CreativeWork',
    name: title,
    url,
    ...(year !== undefined && { datePublished: isoYear(year) }),
  };
}

/** A year in ISO 8601: four digits, or a sign and six digits before the year 0, which is 1 BCE. */
function isoYear(year: number): string {
  if (year > 0) return String(year).padStart(4, '0');
  return year === 0 ? '0000' : `-${String(-year - 1).padStart(6, '0')}`;
}
