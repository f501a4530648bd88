import { menuSubjects } from '@/lib/catalogue/menu';
import { listPages, type Page } from '@/lib/pages/pages';
import type { Library } from '@/lib/pages/library';
import { homePath } from '@/lib/site';
import { keyOf, type Output } from './output';

/** A file that a release is made of: a page, or one that our own code makes. */
export type Piece = PagePiece | OutputPiece;

export interface PagePiece {
  /** Pieces of one key have the same bytes. */
  key: string;
  /** Within the release. */
  path: string;
  page: Page;
}

export interface OutputPiece {
  key: string;
  path: string;
  output: Output;
}

/**
 * Every page of a library as a piece of a release.
 *
 * @param template stands for everything but content that pages are made of
 */
export function* pagePieces(library: Library, template: string): Generator<PagePiece> {
  const ofAllPages = keyOf(template, menuSubjects(library.catalogue.subjects));
  for (const page of listPages(library)) {
    const { address, entry, kind } = page;
    // The hash of a question's file stands for its entry, and for its answer.
    const view = entry ? { ...page.view(), entry: entry.hash } : page.view();
    yield { key: keyOf(ofAllPages, kind, address, view), path: documentPath(address), page };
  }
}

/** @param template outputs are made by code, too, which it stands for */
export function outputPiece(output: Output, template: string): OutputPiece {
  return { key: keyOf(template, output.key), path: output.path, output };
}

/** Where the document of an address lies within a release. */
export function documentPath(address: string): string {
  return address === homePath ? 'index.html' : `${address.slice(1)}.html`;
}
