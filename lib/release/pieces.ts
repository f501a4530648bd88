import { menuSubjects } from '@/lib/catalogue/menu';
import { listPages, type Page } from '@/lib/pages/pages';
import type { Library } from '@/lib/pages/library';
import { homePath } from '@/lib/site';
import { keyOf, type Output } from './output';

/** Something a release is made of: a page or a file of our own, with everything that belongs to it. */
export type Piece = PagePiece | OutputPiece;

/** A document, and for an app the script that belongs to it. */
export type PagePaths = readonly [document: string] | readonly [document: string, script: string];

export interface PagePiece {
  /** Pieces of one key have the same bytes. */
  key: string;
  /** Within the release. */
  paths: PagePaths;
  page: Page;
}

export interface OutputPiece {
  key: string;
  paths: readonly [string];
  output: Output;
}

/**
 * Every page of a library as a piece of a release.
 *
 * @param template stands for everything but content that pages are made of
 */
export function* pagePieces(library: Library, template: string): Generator<PagePiece> {
  const menu = menuSubjects(library.catalogue.subjects);
  for (const page of listPages(library)) {
    // An entry holds the hash of its file, and so stands for its answer.
    const key = keyOf(template, menu, page.kind, page.view());
    yield { key, paths: pathsOf(page, key), page };
  }
}

/** @param template outputs are made by code, too, which it stands for */
export function outputPiece(output: Output, template: string): OutputPiece {
  return { key: keyOf(template, output.key), paths: [output.path], output };
}

function pathsOf({ kind, address }: Page, key: string): PagePaths {
  const document = documentPath(address);
  // Scripts are cached for good, so their name changes with what they hold.
  return kind === 'search' || kind === 'study' ? [document, `_next/static/${key}.js`] : [document];
}

/** Where the document of an address lies within a release. */
export function documentPath(address: string): string {
  return address === homePath ? 'index.html' : `${address.slice(1)}.html`;
}
