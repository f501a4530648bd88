import type { RenderedAnswer } from '@/lib/answer/render';
import type { Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { questionImage, type SocialImage } from '@/lib/social-image/social-image';
import type { Library } from './library';
import { cardOf, linkOf, type QuestionCard, type QuestionLink } from './links';

/** The part of a subject that its questions show: it stays as it is while the subject grows. */
export type SubjectLabel = Pick<Subject, 'slug' | 'name' | 'accent' | 'note'>;

/** What the page of a question shows, but its answer. */
export interface QuestionView {
  entry: Entry;
  /** The address at which search engines list the question: the page's own, but for a question in several subjects. */
  canonical: string;
  /** The question's addresses in other subjects, with the names of these. */
  alsoIn: { address: string; name: string }[];
  subject: SubjectLabel;
  /** The entry's keywords, each once, and the slug of the topic's page where there is one. */
  topics: { name: string; slug: string | undefined }[];
  related: QuestionCard[];
  previous: QuestionLink | undefined;
  next: QuestionLink | undefined;
  /** What is shown where the page's address is shared. */
  image: SocialImage;
  /** YYYY-MM-DD, where it is known. */
  changedDay: string | undefined;
}

/** The part of a rendered answer that its page shows. */
export type ShownAnswer = Pick<RenderedAnswer, 'html' | 'headings' | 'wordCount'>;

export function shownAnswer({ html, headings, wordCount }: RenderedAnswer): ShownAnswer {
  return { html, headings, wordCount };
}

/** The whole page. */
export interface QuestionPage extends QuestionView {
  answer: ShownAnswer;
}

/** What the page of an entry of the library's catalogue shows. */
export function questionView({ catalogue, changedDays }: Library, entry: Entry): QuestionView {
  const { slug, name, accent, note } = catalogue.subjectOf(entry);
  const { previous, next } = catalogue.neighbours(entry);
  return {
    entry,
    canonical: catalogue.canonical(entry).address,
    alsoIn: catalogue
      .alsoAt(entry)
      .map((other) => ({ address: other.address, name: catalogue.subjectOf(other).name })),
    subject: { slug, name, accent, note },
    topics: [...new Set(entry.keywords)].map((keyword) => ({
      name: keyword,
      slug: catalogue.topicSlug(slug, keyword),
    })),
    related: catalogue.related(entry).map((other) => cardOf(other, catalogue.subjectOf(other))),
    previous: previous && linkOf(previous, catalogue),
    next: next && linkOf(next, catalogue),
    image: questionImage(entry, catalogue),
    changedDay: changedDays.get(entry.path),
  };
}
