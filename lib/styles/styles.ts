import type { PageKind } from '@/lib/views/pages';
import type { StylePart } from './needed-styles';

/** The compiled style sheets of a release. Plain data. */
export interface Styles {
  /** The rules of every document. */
  documents: readonly StylePart[];
  /** The rules that question pages have in addition to `documents`. */
  question: readonly StylePart[];
  /** The complete style sheets of search and study, whose contents are unknown before they run. */
  search: string;
  study: string;
  /**
   * Fonts and images that the style sheets refer to, except the formula fonts, which have their own artifacts.
   * `hash` is the path in the release, which contains a hash of the contents.
   */
  assets: readonly { path: string; file: string; hash: string }[];
}

/**
 * The style sheet of each page kind. A document contains the rules that it needs, search and study all rules.
 */
export type PageSheets = Readonly<Record<PageKind, readonly StylePart[]>>;

/** Assigns the compiled style sheets to the page kinds. */
export function sheetsOf({ documents, question, search, study }: Styles): PageSheets {
  return {
    question: [...documents, ...question],
    search: [{ text: search }],
    study: [{ text: study }],
    home: documents,
    subjects: documents,
    subject: documents,
    archive: documents,
    index: documents,
    topic: documents,
    notFound: documents,
  };
}

let parsed: { text: string; sheets: PageSheets } | undefined;

/**
 * The sheets of the page kinds from serialized styles. Threads receive styles as a text, because copying
 * thousands of objects for each request takes milliseconds. The result for the last text is kept.
 */
export function parseSheets(text: string): PageSheets {
  // The text was serialized by `JSON.stringify` from `Styles`.
  if (parsed?.text !== text) parsed = { text, sheets: sheetsOf(JSON.parse(text) as Styles) };
  return parsed.sheets;
}
