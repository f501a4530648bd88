import type { RenderedAnswer } from '@/lib/answer/render';
import type { ChangedDays } from '@/lib/catalogue/changed-days';
import type { Entry } from '@/lib/catalogue/entry';
import type { MenuSubject } from '@/lib/catalogue/menu';
import type { SubjectNames } from '@/lib/catalogue/subjects';
import type { Problem } from '@/lib/source/problem';
import type { CurrentPage } from '@/lib/views/current';

/** A page of the preview as it is now. */
export interface PreviewPage {
  /** Undefined where there is no such page, and of a question whose file has errors. */
  page: CurrentPage | undefined;
  /** Of a question: what is known to be wrong with its file. */
  problems: readonly Problem[];
}

/** The parts of a library that can be sent from thread to thread. */
export interface LibraryParts {
  entries: readonly Entry[];
  names: SubjectNames;
  changedDays: ChangedDays;
}

/** What routes ask the thread of the preview, and what each question is answered with. Plain data. */
export interface PreviewAnswers {
  page: { request: { address: string }; answer: PreviewPage };
  menu: { request: object; answer: MenuSubject[] };
  library: { request: object; answer: LibraryParts };
  answer: { request: { entry: Entry }; answer: RenderedAnswer };
  /** Nothing: it only has the thread begin. */
  start: { request: object; answer: undefined };
}

export type PreviewRequest = {
  [Ask in keyof PreviewAnswers]: { ask: Ask } & PreviewAnswers[Ask]['request'];
}[keyof PreviewAnswers];

/** What the thread tells: that pages may look other than they did. */
export type PreviewNews = 'changed';
