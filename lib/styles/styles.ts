import type { PageKind } from '@/lib/views/pages';
import type { StylePart } from './needed-styles';

/** A font or image that a style sheet refers to. The hash of the file is part of its path in the release. */
interface StyleAsset {
  path: string;
  file: string;
  hash: string;
}

/** The compiled style sheets. Plain data. */
export interface CompiledStyles {
  /** The rules of all pages, and those that question pages have additionally. */
  documents: readonly StylePart[];
  question: readonly StylePart[];
  /** The complete style sheets of applications, whose contents are unknown before they run. */
  search: string;
  study: string;
  assets: readonly StyleAsset[];
}

/** The style sheets of a release. */
export interface Styles {
  /** The style sheet of each page kind, of which each page contains the rules that it needs. */
  sheets: Readonly<Record<PageKind, readonly StylePart[]>>;
  assets: readonly StyleAsset[];
}

/** Assigns the compiled style sheets to the page kinds. */
export function stylesOf({ documents, question, search, study, assets }: CompiledStyles): Styles {
  return {
    sheets: {
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
    },
    assets,
  };
}
