import { plainLine } from '@/lib/answer/line';
import type { Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import {
  absoluteUrl,
  archivePath,
  feedPath,
  homePath,
  indexPath,
  learnPath,
  markdownPath,
  searchPath,
  site,
  studyPath,
  subjectPath,
  topicPath,
} from '@/lib/site';
import { siteImage, subjectImage, type SocialImage } from '@/lib/social-image/social-image';
import type { ArchiveView, IndexView, TopicView } from '@/lib/views/lists';
import type { PageKind, PageViews } from '@/lib/views/pages';
import type { QuestionView } from '@/lib/views/question';
import { citedPage } from './citations/cited-page';
import { citationTags, type MetaTags } from './citations/meta-tags';
import { feedTypes } from './feeds';

interface MetadataInput {
  /** The contents of the title element. */
  title: string;
  description: string;
  /** The page's address within the site; for a question in several subjects, the canonical one. */
  path: string;
  /** The social image; by default the site's. */
  image?: SocialImage;
  /** The subject whose feeds the page links to; by default the site's feeds. */
  subject?: { slug: string; name: string };
}

/** The contents of a page's head for search engines and social networks. */
export interface PageMetadata {
  title: string;
  description: string;
  /** The absolute canonical address; undefined for the 404 page. */
  url?: string;
  /**
   * Contents of `<meta name="robots">`
   * (https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag).
   */
  robots: string;
  /** The social image; undefined if {@link url} is undefined. */
  image?: SocialImage;
  /** The Markdown copy of the page, and feeds. */
  alternates: { type: string; url: string; title: string }[];
  /** For question pages: the properties of an article (https://ogp.me/#type_article). */
  article?: {
    title: string;
    author: string;
    published: string;
    keywords: readonly string[];
    /** Tags for reference managers. */
    citation: MetaTags;
  };
}

const indexable = 'index, follow, max-image-preview:large, max-snippet:-1';

/** For pages that search engines must not list, but whose links they may follow. */
const noindex = 'noindex, follow';

const metadata: { [Kind in PageKind]: (view: PageViews[Kind]) => PageMetadata } = {
  home: homeMetadata,
  subjects: subjectsMetadata,
  subject: ({ subject }) => subjectMetadata(subject),
  archive: archiveMetadata,
  index: indexMetadata,
  topic: topicMetadata,
  question: questionMetadata,
  search: searchMetadata,
  study: studyMetadata,
  notFound: notFoundMetadata,
};

/** The metadata of a page, computed from its view. */
export function metadataOf<Kind extends PageKind>(kind: Kind, view: PageViews[Kind]): PageMetadata {
  return metadata[kind](view);
}

/** Metadata that all listed pages have. */
export function pageMetadata({
  title,
  description,
  path,
  subject,
  image = siteImage(),
}: MetadataInput): PageMetadata {
  return {
    title,
    description,
    url: absoluteUrl(path),
    robots: indexable,
    image,
    alternates: feedLinks(subject),
  };
}

function feedLinks(subject: MetadataInput['subject']): PageMetadata['alternates'] {
  const title = subject ? `${site.name}: ${subject.name}` : site.name;
  return feedTypes.map(({ format, type }) => ({
    type,
    url: absoluteUrl(feedPath(format, subject?.slug)),
    title,
  }));
}

/** The contents of the title element of a question's page. */
export function questionTitle({ question, titleSuffix }: Entry): string {
  return `${plainLine(question)} - ${titleSuffix}`;
}

function homeMetadata(): PageMetadata {
  return pageMetadata({
    title: `${site.name}: ${site.tagline.toLowerCase()}`,
    description: site.description,
    path: homePath,
  });
}

function subjectsMetadata(): PageMetadata {
  return pageMetadata({
    title: `All subjects - ${site.name}`,
    description: `Every subject of the ${site.name} library, with the number of questions answered in each.`,
    path: learnPath,
  });
}

function searchMetadata(): PageMetadata {
  const page = pageMetadata({
    title: `Search - ${site.name}`,
    description: `Search every question of the ${site.name} library.`,
    path: searchPath,
  });
  return { ...page, robots: noindex };
}

function studyMetadata(): PageMetadata {
  const page = pageMetadata({
    title: `Study - ${site.name}`,
    description: `Study the answers of the ${site.name} library with flashcards, a few questions a day.`,
    path: studyPath,
  });
  return { ...page, robots: noindex };
}

function notFoundMetadata(): PageMetadata {
  return {
    title: 'Page not found',
    description: 'There is no page at this address.',
    robots: 'noindex',
    alternates: [],
  };
}

/** The head of a question's page. Its title is the question and the suffix from front matter. */
export function questionMetadata({
  entry,
  canonical,
  image,
}: Pick<QuestionView, 'entry' | 'canonical' | 'image'>): PageMetadata {
  const { address, author, date, keywords, subject } = entry;
  const description = plainLine(entry.description);
  const page = pageMetadata({ title: questionTitle(entry), description, path: canonical, image, subject });
  const markdown = { type: 'text/markdown', url: absoluteUrl(markdownPath(address)), title: 'Markdown' };
  return {
    ...page,
    alternates: [...page.alternates, markdown],
    article: {
      title: plainLine(entry.question),
      author,
      published: date,
      keywords,
      citation: citationTags(citedPage(entry, canonical)),
    },
  };
}

/** The head of a subject's own page. */
export function subjectMetadata(subject: Subject): PageMetadata {
  return pageMetadata({
    title: `${subject.name} questions and answers - ${site.name}`,
    description: describeSubject(subject),
    path: subjectPath(subject.slug),
    image: subjectImage(subject),
    subject,
  });
}

/** The head of a page of a subject's archive. */
function archiveMetadata({ subject, number, from, to }: ArchiveView): PageMetadata {
  return pageMetadata({
    title: `${subject.name} questions, page ${number} - ${site.name}`,
    description: `${subject.name} questions ${from} to ${to} of the ${site.name} library, in order of publication.`,
    path: archivePath(subject.slug, number),
    image: subjectImage(subject),
    subject,
  });
}

/** The head of a subject's alphabetical index. */
function indexMetadata({ subject, count }: IndexView): PageMetadata {
  return pageMetadata({
    title: `${subject.name} questions from A to Z - ${site.name}`,
    description: `All ${count} ${subject.name} questions of the ${site.name} library in alphabetical order.`,
    path: indexPath(subject.slug),
    image: subjectImage(subject),
    subject,
  });
}

/** The head of a topic's page. */
function topicMetadata({ subject, slug, name, questions }: TopicView): PageMetadata {
  return pageMetadata({
    title: `${name}: questions in ${subject.name} - ${site.name}`,
    description: `${questions.length} questions about ${name} in ${subject.name}, each with a clear answer.`,
    path: topicPath(subject.slug, slug),
    image: subjectImage(subject),
    subject,
  });
}

function describeSubject({ name, description }: Subject): string {
  return (
    description ??
    `Questions about ${name}, each with a clear answer and related questions, in the ${site.name} library.`
  );
}
