import { limits } from './limits';

/** What the site is called and where everything in it lives: the only place that spells an address. */
export const site = {
  name: 'QuickTakes',
  tagline: 'Clear answers to the questions students ask',
  description:
    'A free library of questions and answers for students: every question has a page of its own, with a clear answer and the way on to related ones.',
  repository: 'https://github.com/quicktakes/quicktakes',
  language: 'en',
  locale: 'en_US',
} as const;

/**
 * How a question page with a short answer is marked up for search engines: `Quiz`, one flashcard, is for questions that
 * the editors ask and answer themselves. `QAPage` is for a site whose questions its readers really sent.
 */
export const questionMarkup: 'Quiz' | 'QAPage' = 'Quiz';

/** The public address of the site without a slash at its end, from `SITE_URL`. */
export function siteUrl(): string {
  return (process.env.SITE_URL ?? 'http://localhost:3000').replace(/\/+$/, '');
}

/** An address within the site, such as `/learn`, made absolute. */
export function absoluteUrl(path: string): string {
  return siteUrl() + (path === '/' ? '' : path);
}

export const homePath = '/';
export const learnPath = '/learn';
export const searchPath = '/search';
export const studyPath = '/study';
/** Its file is served, with status 404, for every address that has no page. */
export const notFoundPath = '/404';
export const logoPath = '/icons/icon-512.png';

export const robotsPath = '/robots.txt';
export const languageModelsPath = '/llms.txt';
export const sitemapPath = '/sitemap.xml';

/** A part of the sitemap, which {@link sitemapPath} lists. */
export function sitemapPartPath(name: string): string {
  return `/sitemaps/${name}.xml`;
}

const feedFiles = { atom: 'atom.xml', rss: 'rss.xml', json: 'feed.json' } as const;

export type FeedFormat = keyof typeof feedFiles;

/** The newest questions of a subject, or of the whole site, for feed readers. */
export function feedPath(format: FeedFormat, subject?: string): string {
  return `${subject === undefined ? '' : subjectPath(subject)}/${feedFiles[format]}`;
}

/** Whether search engines may list a page of the site: documents they may, programs and the 404 page not. */
export function isListed(address: string): boolean {
  return address !== searchPath && address !== studyPath && address !== notFoundPath;
}

export function subjectPath(subject: string): string {
  return `${learnPath}/${subject}`;
}

/** Page `page` (from 1, the oldest questions) of a subject's archive. */
export function archivePath(subject: string, page: number | string): string {
  return `${subjectPath(subject)}/page/${page}`;
}

/** Where a subject's questions stand in alphabetical order. */
export function indexPath(subject: string): string {
  return `${subjectPath(subject)}/a-z`;
}

/** The questions of a subject that share a topic. */
export function topicPath(subject: string, topic: string): string {
  return `${subjectPath(subject)}/topics/${topic}`;
}

/** Where an editor changes a content file. `REPOSITORY_URL` names another repository. */
export function editUrl(path: string): string {
  return `${process.env.REPOSITORY_URL ?? site.repository}/edit/main/content/${path}`;
}

export function questionPath(subject: string, slug: string): string {
  return `${subjectPath(subject)}/questions/${slug}`;
}

/** Where a release's questions are made, many at a time; it is no page of the site. */
export function sheetPath(sheet: string): string {
  return `/sheets/${sheet}`;
}

/** The picture of the site, for where its address is shared. */
export const sitePicturePath = '/site.png';

/** The picture of the page at an address. */
export function picturePath(address: string): string {
  return `${address}.png`;
}

/** The same page as Markdown. */
export function markdownPath(address: string): string {
  return `${address}.md`;
}

/** Which cards the deck of a subject has, for the study page. */
export function deckPath(subject: string): string {
  return `${studyPath}/decks/${subject}.json`;
}

/** A file of study cards. */
export function cardFilePath(number: number): string {
  return `${studyPath}/cards/${number}.json`;
}

/** What may stand in a slug, as part of a regular expression. */
export const slugCharacter = '[a-z0-9-]';

/**
 * A slug, as part of a regular expression: lower-case letters, digits and hyphens, with at least one letter or digit. The
 * source library made slugs by deleting every sign from a title and turning each space into a hyphen, so hyphens may stand
 * at either end and side by side.
 */
export const slugPattern = `-*[a-z0-9]${slugCharacter}*`;

/** Says {@link slugPattern} in messages. */
export const slugRule = `lower-case letters, digits and hyphens, with at least one letter or digit and at most ${limits.slugLength} characters`;

const wholeSlug = new RegExp(`^${slugPattern}$`);

/** Whether a text is a slug: {@link slugPattern}, and no longer than `limits.slugLength`. */
export function isSlug(text: string): boolean {
  return text.length <= limits.slugLength && wholeSlug.test(text);
}

const questionAddress = /^\/learn\/([^/]+)\/questions\/([^/]+)$/;

/** The inverse of {@link questionPath}; undefined for anything that is not the address of a question. */
export function parseQuestionPath(address: string): { subject: string; slug: string } | undefined {
  const [, subject = '', slug = ''] = questionAddress.exec(address) ?? [];
  return isSlug(subject) && isSlug(slug) ? { subject, slug } : undefined;
}
