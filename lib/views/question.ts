import type { RenderedAnswer } from '@/lib/answer/render';
import type { Subject } from '@/lib/catalogue/catalogue';
import { plainEntry, type Entry } from '@/lib/catalogue/entry';
import { questionImage, type SocialImage } from '@/lib/social-image/social-image';
import type { Library } from './library';
import { relatedQuestionOf, linkOf, type RelatedQuestion, type QuestionLink } from './links';

/** The parts of a subject that its question pages show. They do not change when the subject grows. */
type SubjectLabel = Pick<Subject, 'slug' | 'name' | 'accent' | 'note'>;

/** Everything that the page of a question shows except its answer. */
export interface QuestionView {
  entry: Entry;
  /** The canonical address: for a question in several subjects, it may differ from the page's own. */
  canonical: string;
  /** Addresses and names of the other subjects that contain the question. */
  alsoIn: { address: string; name: string }[];
  subject: SubjectLabel;
  /** The entry's keywords without duplicates, each with the slug of its topic page if there is one. */
  topics: { name: string; slug: string | undefined }[];
  related: RelatedQuestion[];
  previous: QuestionLink | undefined;
  next: QuestionLink | undefined;
  /** The social image of the page. */
  image: SocialImage;
  /** Day of the last change (YYYY-MM-DD), if known. */
  changedDay: string | undefined;
}

/** The fields of a rendered answer that the page shows. */
export type ShownAnswer = Pick<RenderedAnswer, 'html' | 'headings' | 'wordCount'>;

export function shownAnswer({ html, headings, wordCount }: RenderedAnswer): ShownAnswer {
  return { html, headings, wordCount };
}

/** The view of a question page with its answer. */
export interface QuestionPageView extends QuestionView {
  answer: ShownAnswer;
}

/** The view of the page of an entry. */
export function questionView({ catalogue, changedDays }: Library, entry: Entry): QuestionView {
  const { slug, name, accent, note } = catalogue.subjectOf(entry);
  const { previous, next } = catalogue.neighbours(entry);
  return {
    entry: plainEntry(entry),
    canonical: catalogue.canonical(entry).address,
    alsoIn: catalogue
      .alsoAt(entry)
      .map((other) => ({ address: other.address, name: catalogue.subjectOf(other).name })),
    subject: { slug, name, accent, note },
    topics: [...new Set(entry.keywords)].map((keyword) => ({
      name: keyword,
      slug: catalogue.topicSlug(slug, keyword),
    })),
    related: catalogue.related(entry).map((other) => relatedQuestionOf(other, catalogue.subjectOf(other))),
    previous: previous && linkOf(previous, catalogue),
    next: next && linkOf(next, catalogue),
    image: questionImage(entry, catalogue),
    changedDay: changedDays.get(entry.path),
  };
}
