import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { answerFailedMessage } from '@/lib/answer/answer-failed';
import { isUnchanged, type ShownImage } from '@/lib/answer/image-file';
import type { RenderedAnswer } from '@/lib/answer/render';
import { Catalogue, type Subject } from '@/lib/catalogue/catalogue';
import type { ChangedDays } from '@/lib/catalogue/changed-days';
import { displayPath, listContent, readContent } from '@/lib/catalogue/content-folder';
import { hashOf, type Entry } from '@/lib/catalogue/entry';
import { readEntry } from '@/lib/catalogue/read-entry';
import { menuSubjects, type MenuSubject } from '@/lib/catalogue/menu';
import { findSubject, readSubjectNames } from '@/lib/catalogue/subjects';
import { groupBy } from '@/lib/group-by';
import { notFoundPath, parseQuestionPath } from '@/lib/site';
import type { SourceFile } from '@/lib/source/article';
import { errorAt, hasErrors, type Problem } from '@/lib/source/problem';
import type { Reply } from '@/lib/threads/pool';
import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';
import type { CurrentPage } from '@/lib/views/current';
import { findPage } from '@/lib/views/pages';
import { shownAnswer } from '@/lib/views/question';
import { Background } from './background';
import { EntryStore, type ReadEntries, type RecallEntry } from './entry-store';
import type { SerializedLibrary, PreviewPage } from './requests';

/** In a larger library, question pages do not wait until all files are read. */
const smallLibrarySize = 500;

/** Maximum time that a question page of a small library waits for the index. */
const indexWaitMilliseconds = 300;

/** The whole library is checked after this time without requests and changes. */
const quietMilliseconds = 400;

/**
 * Time of the first check if no page is requested, so that the terminal shows problems. Long enough for
 * Next.js to compile a page first, because both use all cores.
 */
const firstCheckMilliseconds = 20_000;

/** Maximum number of rendered questions in memory. */
const maxRenderedQuestions = 100;

/** The entry, the rendered answer and the problems of one file, independent of other files. */
export interface RenderedQuestion {
  /** Undefined for a file with errors. */
  entry: Entry | undefined;
  rendered: RenderedAnswer | undefined;
  problems: readonly Problem[];
  /** Images that its answer shows. */
  images: readonly Pick<ShownImage, 'address' | 'stamp'>[];
}

/** Work that other threads do. */
export interface PreviewThreads {
  readEntries: ReadEntries;
  /** Examines and renders one question. */
  examine: (source: SourceFile) => Promise<Reply<RenderedQuestion>>;
  /** Finds all problems of the content folder. @throws Error if it contains no questions */
  check: () => Promise<readonly Problem[]>;
  /** Asks git for the days of changes. Returns the same map as long as the history is the same. */
  readChangedDays: () => Promise<ChangedDays>;
}

/** Callbacks of the preview. */
export interface PreviewListeners {
  /** The contents of pages may have changed. */
  changed: () => void;
  /** The whole library was checked. */
  checked: (problems: readonly Problem[]) => void;
  /** The library could not be read or checked. */
  failed: (error: unknown) => void;
}

/** The last examination of a file. */
interface KnownQuestion {
  hash: string;
  question: Promise<RenderedQuestion>;
}

/**
 * The pages of a content folder for the live preview. A question page is made from its own file and an index
 * of all files. The first request starts reading the index. Before the index is complete, a question page is
 * shown without what depends on it, and reloaded later. In a small library, it waits for the index first, at
 * most {@link indexWaitMilliseconds}. The library is checked while there are no requests.
 */
export class Preview {
  readonly #folder: string;
  readonly #threads: PreviewThreads;
  readonly #listeners: PreviewListeners;
  readonly #index: EntryStore;
  readonly #recall: () => Promise<RecallEntry>;
  readonly #questions = new Map<string, KnownQuestion>();
  readonly #checks: Background;
  readonly #days: Background;
  /**
   * Resolves when the index is up to date; rejects if the folder cannot be read. Undefined before the first
   * reading.
   */
  #updated: Promise<void> | undefined;
  #isLoaded = false;
  /** The paths of all files, listed once for all pages before the index is complete. Undefined after a change. */
  #listed: readonly string[] | undefined;
  /** Whether a page was shown incompletely. */
  #wasIncompletePageShown = false;
  #changedDays: ChangedDays = new Map();
  /** Problems of the last check, by file as shown in messages. */
  #checked: ReadonlyMap<string, readonly Problem[]> | undefined;
  /** Files that changed since the last check began. */
  #changedSinceCheck = new Set<string>();
  /** Problems shown on pages, by path of the file. */
  readonly #shownProblems = new Map<string, string>();

  constructor(
    folder: string,
    threads: PreviewThreads,
    listeners: PreviewListeners,
    recall: () => Promise<RecallEntry> = () => Promise.resolve(() => undefined),
  ) {
    this.#folder = folder;
    this.#threads = threads;
    this.#listeners = listeners;
    this.#index = new EntryStore(folder, threads.readEntries);
    this.#recall = recall;
    this.#checks = new Background(() => this.#check());
    this.#days = new Background(() => this.#readDays());
    this.#checks.after(firstCheckMilliseconds);
  }

  /** Starts reading all files. */
  #startIndex(): void {
    if (this.#updated) return;
    this.#updated = this.#readIndex();
    this.#updated.catch(this.#listeners.failed);
  }

  /** Resolves when all files are known. @throws UserError if the folder cannot be read */
  async #indexComplete(): Promise<void> {
    this.#startIndex();
    await this.#updated;
  }

  async #readIndex(): Promise<void> {
    await this.#index.refresh(await this.#recall());
    this.#isLoaded = true;
    this.#listed = undefined;
    if (this.#wasIncompletePageShown) this.#listeners.changed();
  }

  /** Processes changes of the folder. @param paths of all changes within it */
  async change(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.#changedSinceCheck.add(path);
    this.#listed = undefined;
    const update = async () => {
      await (this.#isLoaded ? this.#index.update(paths) : this.#index.refresh());
      this.#isLoaded = true;
    };
    // A folder that could not be read may exist now.
    if (this.#updated) this.#updated = this.#updated.then(update, update);
    // Pages wait for the update.
    this.#listeners.changed();
    this.#checks.after(quietMilliseconds);
    await this.#updated;
  }

  /** The page at an address. @throws UserError if the folder cannot be read */
  async page(address: string): Promise<PreviewPage> {
    try {
      return await this.#page(address);
    } finally {
      this.#startIndex();
      this.#checks.postpone(quietMilliseconds);
      this.#days.after(quietMilliseconds);
    }
  }

  /** The subjects in the menu of every page. @throws UserError if the folder cannot be read */
  async menu(): Promise<MenuSubject[]> {
    if (await this.#isReady()) return menuSubjects(this.#index.catalogue.subjects);
    this.#wasIncompletePageShown = true;
    return menuSubjects(this.#subjectsOfFolders());
  }

  /** The whole library. @throws UserError if the folder cannot be read */
  async library(): Promise<SerializedLibrary> {
    await this.#indexComplete();
    this.#changedDays = await this.#threads.readChangedDays();
    return {
      entries: this.#index.entries(),
      names: this.#index.names,
      changedDays: this.#changedDays,
    };
  }

  /** The answer of an entry. @throws UserError if its file now has errors or does not exist */
  async answer({ path }: Entry): Promise<RenderedAnswer> {
    const { rendered } = (await this.#examine(path)) ?? {};
    if (rendered) return rendered;
    throw new UserError(`${displayPath(this.#folder, path)} was removed or now has errors: reload the page.`);
  }

  /** Cancels scheduled work. */
  close(): void {
    this.#checks.stop();
    this.#days.stop();
  }

  async #page(address: string): Promise<PreviewPage> {
    const wanted = parseQuestionPath(address);
    // Next.js renders this page together with every other one.
    if (address === notFoundPath && !(await this.#isReady())) return this.#notFound();
    if (!wanted) {
      await this.#indexComplete();
      const page = findPage(this.#library(), address);
      // The view has the type of the page's kind.
      return { page: page && ({ kind: page.kind, view: page.view() } as CurrentPage), problems: [] };
    }
    const usual = `${wanted.subject}/${wanted.slug}.md`;
    const isReady = await this.#isReady();
    const path = (isReady ? this.#index.catalogue.find(address)?.path : undefined) ?? usual;
    const question = await this.#examine(path);
    if (!question) {
      if (isReady) return { page: undefined, problems: [] };
      // The file may be in another folder.
      await this.#indexComplete();
      return this.#page(address);
    }
    const problems = this.#problemsOf(path, question);
    const { entry, rendered } = question;
    if (!entry || !rendered || hasErrors(problems)) return { page: undefined, problems };
    const view = isReady ? this.#wholeView(address, path, entry) : this.#partialView(entry);
    // A question page has its answer in addition to its view.
    return {
      page: view && ({ kind: 'question', view: { ...view, answer: shownAnswer(rendered) } } as CurrentPage),
      problems,
    };
  }

  /** The page for addresses without a page, before the index is complete. */
  #notFound(): PreviewPage {
    this.#wasIncompletePageShown = true;
    return { page: { kind: 'notFound', view: { subjects: this.#subjectsOfFolders() } }, problems: [] };
  }

  #wholeView(address: string, path: string, entry: Entry) {
    this.#index.learn(path, entry);
    return findPage(this.#library(), address)?.view();
  }

  /**
   * The part of a question page's view that follows from its own file, its copies in other subjects, and the
   * files it refers to.
   */
  #partialView(entry: Entry) {
    this.#wasIncompletePageShown = true;
    const paths = this.#paths();
    const { names } = readSubjectNames(this.#folder);
    const named = entry.related.flatMap((address) => {
      const other = parseQuestionPath(address);
      return other ? [`${other.subject}/${other.slug}.md`] : [];
    });
    const copies = paths.filter((path) => basename(path) === `${entry.slug}.md`);
    const others = new Set([...named, ...copies]);
    others.delete(entry.path);
    const read = [...others].map((path) => readEntry(this.#folder, path));
    const catalogue = new Catalogue([entry, ...read.flatMap((other) => other ?? [])], names);
    const view = findPage({ catalogue, changedDays: this.#changedDays }, entry.address)?.view();
    // Previous and next question depend on all files of the subject.
    return view && { ...view, previous: undefined, next: undefined };
  }

  /** The subjects of a folder of which only file names are known. */
  #subjectsOfFolders(): Subject[] {
    const paths = this.#paths();
    const { names } = readSubjectNames(this.#folder);
    const folders = groupBy(
      paths.filter((path) => path.includes('/')),
      (path) => path.slice(0, path.indexOf('/')),
    );
    return [...folders].map(([slug, { length: count }]) => {
      const { name = slug, accent = 'blue' as const, description, note } = findSubject(names, slug) ?? {};
      return { slug, name, accent, description, note, count };
    });
  }

  #paths(): readonly string[] {
    return (this.#listed ??= listContent(this.#folder).paths);
  }

  #library() {
    return { catalogue: this.#index.catalogue, changedDays: this.#changedDays };
  }

  /**
   * Whether the index is complete; waits a limited time for that.
   *
   * @throws UserError if the folder cannot be read
   */
  async #isReady(): Promise<boolean> {
    if (this.#isLoaded) {
      await this.#updated;
      return true;
    }
    if (this.#paths().length > smallLibrarySize) return false;
    const timeout = new AbortController();
    const loaded = this.#indexComplete().then(() => true);
    try {
      return await Promise.race([loaded, wait(indexWaitMilliseconds, false, { signal: timeout.signal })]);
    } finally {
      timeout.abort();
    }
  }

  /** The examination of the current contents of a file; undefined if the file does not exist. */
  async #examine(path: string): Promise<RenderedQuestion | undefined> {
    const file = displayPath(this.#folder, path);
    let bytes: Uint8Array;
    try {
      bytes = readContent(this.#folder, path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (isSystemError(error.cause, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG')) return undefined;
      return unreadable(file, 'file-unreadable', error.message);
    }
    const hash = hashOf(bytes);
    const known = this.#questions.get(path);
    const question = await known?.question;
    if (known?.hash === hash && question?.images.every(isUnchanged)) return question;
    const examined = this.#threads.examine({ file, path, bytes }).then((reply) => {
      if ('result' in reply) return reply.result;
      return unreadable(file, 'answer-failed', answerFailedMessage(reply.fault));
    });
    this.#questions.delete(path);
    this.#questions.set(path, { hash, question: examined });
    for (const oldest of this.#questions.keys()) {
      if (this.#questions.size <= maxRenderedQuestions) break;
      this.#questions.delete(oldest);
    }
    return examined;
  }

  /**
   * The problems of a file: those of the last check if the file has not changed since, otherwise those found
   * by examining only this file.
   */
  #problemsOf(path: string, question: RenderedQuestion): readonly Problem[] {
    const checked = this.#problemsChecked(path);
    const problems = checked ?? question.problems;
    this.#shownProblems.set(path, JSON.stringify(problems));
    return problems;
  }

  /** Undefined if there was no check, or if its result is out of date. */
  #problemsChecked(path: string): readonly Problem[] | undefined {
    if (!this.#checked || this.#changedSinceCheck.has(path)) return undefined;
    return this.#checked.get(displayPath(this.#folder, path)) ?? [];
  }

  async #check(): Promise<void> {
    const changedBefore = this.#changedSinceCheck;
    this.#changedSinceCheck = new Set();
    try {
      const problems = await this.#threads.check();
      this.#checked = groupBy(problems, ({ file }) => file);
      this.#listeners.checked(problems);
    } catch (error) {
      for (const path of changedBefore) this.#changedSinceCheck.add(path);
      this.#listeners.failed(error);
      return;
    }
    const haveShownProblemsChanged = [...this.#shownProblems].some(([path, shown]) => {
      const checked = this.#problemsChecked(path);
      return checked && JSON.stringify(checked) !== shown;
    });
    if (!haveShownProblemsChanged) return;
    this.#shownProblems.clear();
    this.#listeners.changed();
  }

  async #readDays(): Promise<void> {
    try {
      const days = await this.#threads.readChangedDays();
      const areBothEmpty = days.size === 0 && this.#changedDays.size === 0;
      if (days === this.#changedDays || areBothEmpty) return;
      this.#changedDays = days;
      this.#listeners.changed();
    } catch (error) {
      this.#listeners.failed(error);
    }
  }
}

function unreadable(file: string, code: string, message: string): RenderedQuestion {
  const problems = [{ file, ...errorAt({ line: 1, column: 1 }, code, message) }];
  return { entry: undefined, rendered: undefined, problems, images: [] };
}
