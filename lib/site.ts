import { limits } from './limits';

/** The name and texts of the site. The functions of this file build its addresses. */
export const site = {
  name: 'QuickTakes',
  tagline: 'Clear answers to the questions students ask',
  description:
    'A free library of questions and answers for students: every question has its own page, with a clear answer and links to related questions.',
  repository: 'https://github.com/quicktakes/quicktakes',
  language: 'en',
  locale: 'en_US',
} as const;

/**
 * The structured data of a question page with a short answer. `Quiz` with one flashcard is for questions that
 * the editors ask and answer themselves. `QAPage` is for a site whose readers send the questions.
 */
export const questionMarkup: 'Quiz' | 'QAPage' = 'Quiz';

/** The public address of the site without a slash at its end, from `SITE_URL`. */
export function siteUrl(): string {
  return (process.env.SITE_URL ?? 'http://localhost:3000').replace(/\/+$/, '');
}

/** Converts an address within the site, such as `/learn`, to an absolute one. */
export function absoluteUrl(path: string): string {
  return siteUrl() + (path === '/' ? '' : path);
}

export const homePath = '/';
export const learnPath = '/learn';
export const searchPath = '/search';
export const studyPath = '/study';
/** This page is served with status 404 for every unknown address. */
export const notFoundPath = '/404';
export const logoPath = '/icons/icon-512.png';

export const robotsPath = '/robots.txt';
export const languageModelsPath = '/llms.txt';
export const sitemapPath = '/sitemap.xml';

/** A sitemap that {@link sitemapPath} lists. */
export function sitemapPartPath(name: string): string {
  return `/sitemaps/${name}.xml`;
}

const feedFiles = { atom: 'atom.xml', rss: 'rss.xml', json: 'feed.json' } as const;

export type FeedFormat = keyof typeof feedFiles;

/** The feed of the newest questions of a subject or of the whole site. */
export function feedPath(format: FeedFormat, subject?: string): string {
  return `${subject === undefined ? '' : subjectPath(subject)}/${feedFiles[format]}`;
}

/**
 * Whether search engines may list a page. They may list all documents, but not the search page, the study
 * page and the 404 page.
 */
export function isListed(address: string): boolean {
  return address !== searchPath && address !== studyPath && address !== notFoundPath;
}

export function subjectPath(subject: string): string {
  return `${learnPath}/${subject}`;
}

/** Page `page` of a subject's archive; page 1 has the oldest questions. */
export function archivePath(subject: string, page: number | string): string {
  return `${subjectPath(subject)}/page/${page}`;
}

/** The alphabetical list of a subject's questions. */
export function indexPath(subject: string): string {
  return `${subjectPath(subject)}/a-z`;
}

/** The questions of a subject with a common topic. */
export function topicPath(subject: string, topic: string): string {
  return `${subjectPath(subject)}/topics/${topic}`;
}

/**
 * The address at which an editor changes a content file on GitHub. `REPOSITORY_URL` names another repository.
 */
export function editUrl(path: string): string {
  return `${process.env.REPOSITORY_URL ?? site.repository}/edit/main/content/${path}`;
}

export function questionPath(subject: string, slug: string): string {
  return `${subjectPath(subject)}/questions/${slug}`;
}

/** The sharing picture of the site. */
export const sitePicturePath = '/site.png';

/** The sharing picture of the page at an address. */
export function picturePath(address: string): string {
  return `${address}.png`;
}

/** The Markdown copy of the page at an address. */
export function markdownPath(address: string): string {
  return `${address}.md`;
}

/** The file that lists the study cards of a subject. */
export function deckPath(subject: string): string {
  return `${studyPath}/decks/${subject}.json`;
}

/** A file of study cards. */
export function cardFilePath(number: number): string {
  return `${studyPath}/cards/${number}.json`;
}

/** A character of a slug, as part of a regular expression. */
export const slugCharacter = '[a-z0-9-]';

/**
 * A slug, as part of a regular expression: lower-case letters, digits and hyphens, with at least one letter
 * or digit. The source library deleted all punctuation from a title and turned each space into a hyphen.
 * Therefore hyphens may be at either end and beside each other.
 */
const slugPattern = `-*[a-z0-9]${slugCharacter}*`;

/** Describes {@link slugPattern} in messages. */
export const slugRule = `lower-case letters, digits and hyphens, with at least one letter or digit and at most ${limits.slugLength} characters`;

const wholeSlug = new RegExp(`^${slugPattern}$`);

/** Whether a text matches {@link slugPattern} and has at most `limits.slugLength` characters. */
export function isSlug(text: string): boolean {
  return text.length <= limits.slugLength && wholeSlug.test(text);
}

const questionAddress = /^\/learn\/([^/]+)\/questions\/([^/]+)$/;

/** The inverse of {@link questionPath}; undefined if the text is not the address of a question. */
export function parseQuestionPath(address: string): { subject: string; slug: string } | undefined {
  const [, subject = '', slug = ''] = questionAddress.exec(address) ?? [];
  return isSlug(subject) && isSlug(slug) ? { subject, slug } : undefined;
}
