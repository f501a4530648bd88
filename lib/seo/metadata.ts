import type { Metadata } from 'next';

import type { Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import type { ArchiveView, IndexView, TopicView } from '@/lib/pages/lists';
import {
  absoluteUrl,
  archivePath,
  feedPath,
  indexPath,
  markdownPath,
  site,
  subjectPath,
  topicPath,
} from '@/lib/site';
import { siteImage, subjectImage, type SocialImage } from '@/lib/social-image/social-image';
import { feedTypes } from './feeds';

interface Page {
  /** As the title element says it. */
  title: string;
  description: string;
  /** The page's address within the site. */
  path: string;
  /** What is shown of the page where its address is shared; the site's picture where there is no nearer one. */
  image?: SocialImage;
  /** The subject whose feeds it advertises; without one, the site's. */
  subject?: { slug: string; name: string };
}

/** What every page's head says. */
export function pageMetadata({ title, description, path, subject, image = siteImage() }: Page): Metadata {
  const url = absoluteUrl(path);
  return {
    title,
    description,
    alternates: { canonical: url, types: feedLinks(subject) },
    robots: { index: true, follow: true, 'max-image-preview': 'large', 'max-snippet': -1 },
    openGraph: {
      type: 'website',
      siteName: site.name,
      locale: site.locale,
      title,
      description,
      url,
      images: [image],
    },
    twitter: {
      card: 'summary_large_image',
      title,
      description,
      images: [{ url: image.url, alt: image.alt }],
    },
  };
}

function feedLinks(subject: Page['subject']): Record<string, { url: string; title: string }[]> {
  const title = subject ? `${site.name}: ${subject.name}` : site.name;
  return Object.fromEntries(
    feedTypes.map(({ format, type }) => [
      type,
      [{ url: absoluteUrl(feedPath(format, subject?.slug)), title }],
    ]),
  );
}

/** What the title element of a question's page says. */
export function questionTitle({ question, titleSuffix }: Entry): string {
  return `${question} - ${titleSuffix}`;
}

/** The head of a question's page: the question, then the suffix that its editor chose. */
export function questionMetadata(entry: Entry, image: SocialImage): Metadata {
  const page = pageMetadata({
    title: questionTitle(entry),
    description: entry.description,
    path: entry.address,
    image,
    subject: entry.subject,
  });
  return {
    ...page,
    alternates: {
      ...page.alternates,
      types: {
        ...page.alternates?.types,
        'text/markdown': [{ url: absoluteUrl(markdownPath(entry.address)), title: 'Markdown' }],
      },
    },
    keywords: entry.keywords,
    authors: [{ name: entry.author }],
    openGraph: {
      ...page.openGraph,
      type: 'article',
      title: entry.question,
      publishedTime: entry.date,
      authors: [entry.author],
      tags: entry.keywords,
    },
    twitter: { ...page.twitter, title: entry.question },
  };
}

/** The head of a subject's own page. */
export function subjectMetadata(subject: Subject): Metadata {
  return pageMetadata({
    title: `${subject.name} questions and answers - ${site.name}`,
    description: describeSubject(subject),
    path: subjectPath(subject.slug),
    image: subjectImage(subject),
    subject,
  });
}

/** The head of a page of a subject's archive. */
export function archiveMetadata({ subject, number, from, to }: ArchiveView): Metadata {
  return pageMetadata({
    title: `${subject.name} questions, page ${number} - ${site.name}`,
    description: `${subject.name} questions ${from} to ${to} of the ${site.name} library, in order of publication.`,
    path: archivePath(subject.slug, number),
    image: subjectImage(subject),
    subject,
  });
}

/** The head of a subject's alphabetical index. */
export function indexMetadata({ subject, count }: IndexView): Metadata {
  return pageMetadata({
    title: `${subject.name} questions from A to Z - ${site.name}`,
    description: `All ${count} ${subject.name} questions of the ${site.name} library in alphabetical order.`,
    path: indexPath(subject.slug),
    image: subjectImage(subject),
    subject,
  });
}

/** The head of a topic's page. */
export function topicMetadata({ subject, slug, name, questions }: TopicView): Metadata {
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
