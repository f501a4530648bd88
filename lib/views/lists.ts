import { archivePages, pageSize, type ArchivePage } from '@/lib/catalogue/archive';
import type { Catalogue, Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { indexOf, type Topic } from '@/lib/catalogue/topics';
import { linkOf, listOf, mixedListOf, type ListedQuestion, type QuestionLink } from './links';

/** How many of the newest questions the home page and the search page show. */
const newestAtHome = 10;
const newestInSearch = 5;

export interface HomeView {
  /** How many questions the library has. */
  count: number;
  subjects: readonly Subject[];
  newest: ListedQuestion[];
}

export function homeView(catalogue: Catalogue): HomeView {
  return {
    count: catalogue.questions.length,
    subjects: catalogue.subjects,
    newest: mixedListOf(catalogue.questions.slice(0, newestAtHome), catalogue),
  };
}

/** Of the page of all subjects, and of the page for addresses that do not exist. */
export interface SubjectsView {
  subjects: readonly Subject[];
}

export function subjectsView({ subjects }: Catalogue): SubjectsView {
  return { subjects };
}

/** An archive page without its questions: where it is, and how far it reaches. */
export type ArchiveRange = Omit<ArchivePage<never>, 'items'>;

export interface SubjectView {
  subject: Subject;
  topics: Pick<Topic, 'slug' | 'name'>[];
  newest: ListedQuestion[];
  archive: ArchiveRange[];
}

export function subjectView(catalogue: Catalogue, subject: Subject): SubjectView {
  const entries = catalogue.inSubject(subject.slug);
  return {
    subject,
    topics: catalogue.topicsIn(subject.slug).map(({ slug, name }) => ({ slug, name })),
    newest: listOf(entries.slice(0, pageSize), catalogue),
    archive: archivePages(entries).map(({ number, from, to }) => ({ number, from, to })),
  };
}

/** What the pages of a subject say of it where they do not show how many questions it has. */
export type SubjectHead = Pick<Subject, 'slug' | 'name' | 'description' | 'accent'>;

export interface ArchiveView extends ArchiveRange {
  subject: SubjectHead;
  items: ListedQuestion[];
  /** Whether the page holds the newest questions. */
  isLast: boolean;
}

/** A page of a subject's archive. */
export function archiveView(
  catalogue: Catalogue,
  subject: Subject,
  { number, from, to, items }: ArchivePage<Entry>,
): ArchiveView {
  const isLast = to === subject.count;
  return { subject: headOf(subject), number, from, to, items: listOf(items, catalogue), isLast };
}

export interface IndexView {
  subject: SubjectHead;
  count: number;
  letters: { letter: string; questions: QuestionLink[] }[];
}

/** A subject's alphabetical index. */
export function indexView(catalogue: Catalogue, subject: Subject): IndexView {
  return {
    subject: headOf(subject),
    count: subject.count,
    letters: indexOf(catalogue.inSubject(subject.slug)).map(({ letter, entries }) => ({
      letter,
      questions: entries.map((entry) => linkOf(entry, catalogue)),
    })),
  };
}

export interface TopicView {
  subject: SubjectHead;
  slug: string;
  name: string;
  questions: ListedQuestion[];
}

/** A topic of a subject. */
export function topicView(catalogue: Catalogue, subject: Subject, { slug, name, entries }: Topic): TopicView {
  return { subject: headOf(subject), slug, name, questions: listOf(entries, catalogue) };
}

export interface SearchView {
  subjects: readonly Subject[];
  newest: ListedQuestion[];
}

export function searchView(catalogue: Catalogue): SearchView {
  return {
    subjects: catalogue.subjects,
    newest: mixedListOf(catalogue.questions.slice(0, newestInSearch), catalogue),
  };
}

export interface StudyView {
  /** Every question of a subject has a card. */
  subjects: (Pick<Subject, 'slug' | 'name' | 'accent'> & { cardCount: number })[];
}

export function studyView({ subjects }: Catalogue): StudyView {
  return {
    subjects: subjects.map(({ slug, name, accent, count }) => ({ slug, name, accent, cardCount: count })),
  };
}

function headOf({ slug, name, description, accent }: Subject): SubjectHead {
  return { slug, name, description, accent };
}
