import { archivePages } from '@/lib/catalogue/archive';
import type { Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import {
  archivePath,
  homePath,
  indexPath,
  learnPath,
  notFoundPath,
  searchPath,
  studyPath,
  subjectPath,
  topicPath,
} from '@/lib/site';
import type { Library } from './library';
import {
  archiveView,
  homeView,
  indexView,
  searchView,
  studyView,
  subjectsView,
  subjectView,
  topicView,
  type ArchiveView,
  type HomeView,
  type IndexView,
  type SearchView,
  type StudyView,
  type SubjectsView,
  type SubjectView,
  type TopicView,
} from './lists';
import { questionView, type QuestionPageView, type QuestionView } from './question';

/** The view of each page kind. A page depends on nothing else: two pages with equal views are equal. */
interface Views {
  home: HomeView;
  subjects: SubjectsView;
  subject: SubjectView;
  archive: ArchiveView;
  index: IndexView;
  topic: TopicView;
  question: QuestionView;
  search: SearchView;
  study: StudyView;
  notFound: SubjectsView;
}

export type PageKind = keyof Views;

/** The input of a page's component: its view and, for a question, its answer. */
export interface PageViews extends Views {
  question: QuestionPageView;
}

/** The parameters of a page's route, named like the folders in `app/`. */
export type Params = Readonly<Record<string, string>>;

/** A page of the site. */
export interface Page<Kind extends PageKind = PageKind> {
  kind: Kind;
  address: string;
  /** Empty for pages that are the only ones of their kind. */
  params: Params;
  /** Computes the view. */
  view: () => Views[Kind];
  /** The question whose answer the page also shows. */
  entry?: Entry;
}

/** Every page of the library, lists before questions. */
export function* listPages(library: Library): Generator<Page> {
  const { subjects } = library.catalogue;
  yield* lonePages(library);
  yield* subjectPages(library, subjects);
}

/** Every page of the given subjects, lists before questions. */
export function* subjectPages(library: Library, subjects: readonly Subject[]): Generator<Page> {
  const { catalogue } = library;
  for (const subject of subjects) {
    const { slug } = subject;
    const params = { subject: slug };
    yield {
      kind: 'subject',
      address: subjectPath(slug),
      params,
      view: () => subjectView(catalogue, subject),
    };
    yield { kind: 'index', address: indexPath(slug), params, view: () => indexView(catalogue, subject) };
    for (const page of archivePages(catalogue.inSubject(slug))) {
      yield {
        kind: 'archive',
        address: archivePath(slug, page.number),
        params: { ...params, page: String(page.number) },
        view: () => archiveView(catalogue, subject, page),
      };
    }
    for (const topic of catalogue.topicsIn(slug)) {
      yield {
        kind: 'topic',
        address: topicPath(slug, topic.slug),
        params: { ...params, topic: topic.slug },
        view: () => topicView(catalogue, subject, topic),
      };
    }
  }
  for (const { slug } of subjects) {
    for (const entry of catalogue.inSubject(slug)) yield questionPageOf(library, entry);
  }
}

/** The pages that are the only ones of their kind. */
export function lonePages({ catalogue }: Library): Page[] {
  return [
    single('home', homePath, () => homeView(catalogue)),
    single('subjects', learnPath, () => subjectsView(catalogue)),
    single('search', searchPath, () => searchView(catalogue)),
    single('study', studyPath, () => studyView(catalogue)),
    single('notFound', notFoundPath, () => subjectsView(catalogue)),
  ];
}

/** The page at an address; undefined if there is none. */
export function findPage(library: Library, address: string): Page | undefined {
  const entry = library.catalogue.find(address);
  if (entry) return questionPageOf(library, entry);
  // There are few lists, so iterating over them is faster than storing them.
  for (const page of listPages(library)) {
    if (page.address === address) return page;
    if (page.kind === 'question') return undefined;
  }
  return undefined;
}

function single<Kind extends PageKind>(kind: Kind, address: string, view: () => Views[Kind]): Page<Kind> {
  return { kind, address, params: {}, view };
}

function questionPageOf(library: Library, entry: Entry): Page<'question'> {
  const params = { subject: entry.subject.slug, slug: entry.slug };
  return {
    kind: 'question',
    address: entry.address,
    params,
    view: () => questionView(library, entry),
    entry,
  };
}
