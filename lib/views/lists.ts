import { archivePages, pageSize, type ArchivePage } from '@/lib/catalogue/archive';
import type { Catalogue, Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { indexOf, type Topic } from '@/lib/catalogue/topics';
import { linkOf, listOf, mixedListOf, type ListedQuestion, type QuestionLink } from './links';

/** Number of the newest questions on the home page and the search page. */
const newestAtHome = 10;
const newestInSearch = 5;

export interface HomeView {
  /** Number of questions in the library. */
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

/** The view of the page of all subjects, and of the 404 page. */
export interface SubjectsView {
  subjects: readonly Subject[];
}

export function subjectsView({ subjects }: Catalogue): SubjectsView {
  return { subjects };
}

/** The number and range of an archive page, without its questions. */
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

/** The parts of a subject for pages that do not show its number of questions. */
export type SubjectHead = Pick<Subject, 'slug' | 'name' | 'description' | 'accent'>;

export interface ArchiveView extends ArchiveRange {
  subject: SubjectHead;
  items: ListedQuestion[];
  /** Whether the page contains the newest questions. */
  isLast: boolean;
}

/** The view of a page of a subject's archive. */
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

/** The view of a subject's alphabetical index. */
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

/** The view of a topic page. */
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
  /** The number of cards equals the number of questions of a subject. */
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
