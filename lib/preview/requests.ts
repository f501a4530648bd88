import type { RenderedAnswer } from '@/lib/answer/render';
import type { ChangedDays } from '@/lib/catalogue/changed-days';
import type { Entry } from '@/lib/catalogue/entry';
import type { MenuSubject } from '@/lib/catalogue/menu';
import type { SubjectNames } from '@/lib/catalogue/subjects';
import type { Problem } from '@/lib/source/problem';
import type { CurrentPage } from '@/lib/views/current';

/** A page of the preview. */
export interface PreviewPage {
  /** Undefined if there is no such page, or if the question's file has errors. */
  page: CurrentPage | undefined;
  /** For a question: the known problems of its file. */
  problems: readonly Problem[];
}

/** The parts of a library that can be sent between threads. */
export interface SerializedLibrary {
  entries: readonly Entry[];
  names: SubjectNames;
  changedDays: ChangedDays;
}

/** The requests of routes to the thread of the preview, with their replies. Plain data. */
export interface PreviewReplies {
  page: { request: { address: string }; reply: PreviewPage };
  menu: { request: object; reply: MenuSubject[] };
  library: { request: object; reply: SerializedLibrary };
  answer: { request: { entry: Entry }; reply: RenderedAnswer };
  /** Only starts the thread. */
  start: { request: object; reply: undefined };
}

export type PreviewRequest = {
  [Ask in keyof PreviewReplies]: { ask: Ask } & PreviewReplies[Ask]['request'];
}[keyof PreviewReplies];

/** A message from the thread: pages may have changed. */
export type PreviewNews = 'changed';
