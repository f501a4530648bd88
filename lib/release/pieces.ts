import type { Catalogue } from '@/lib/catalogue/catalogue';
import { menuSubjects } from '@/lib/catalogue/menu';
import { listPages, type Page } from '@/lib/pages/pages';
import type { Library } from '@/lib/pages/library';
import { homePath } from '@/lib/site';
import { socialImageBudget } from '@/lib/social-image/budget';
import type { Manifest } from './manifest';
import { keyOf, type Output } from './output';

/** A file that a release is made of: a page, or one that our own code makes. */
export type Piece = PagePiece | OutputPiece;

export interface PagePiece {
  /** Pieces of one key have the same bytes. */
  key: string;
  /** Within the release. */
  path: string;
  page: Page;
  /** Changes whenever what only this page shows does: its answer, and when it was changed. */
  stamp: string;
}

export interface OutputPiece {
  key: string;
  path: string;
  output: Output;
}

/**
 * Stands for all that pages of a library are made of, but for what only the page of a question shows: its answer, and when
 * it was changed.
 */
export function libraryKey({ entries, subjects }: Catalogue, template: string): string {
  const shown = entries.map(({ shownHash }) => shownHash).join(' ');
  return keyOf(template, socialImageBudget(), subjects, shown);
}

/**
 * Every page of a library as a piece of a release.
 *
 * @param template stands for everything but content that pages are made of
 * @param earlier a release of the same {@link libraryKey}: pages of the same stamp have the same key, which need not be
 * computed again
 */
export function* pagePieces(library: Library, template: string, earlier?: Manifest): Generator<PagePiece> {
  const ofAllPages = keyOf(template, menuSubjects(library.catalogue.subjects));
  for (const page of listPages(library)) {
    const { address, entry, kind } = page;
    const path = documentPath(address);
    const stamp = entry ? `${entry.hash} ${library.changedDays.get(entry.path) ?? ''}` : '';
    const known = earlier?.files.get(path);
    const key = known?.stamp === stamp ? known.key : keyOf(ofAllPages, kind, address, keyedView(page));
    yield { key, path, page, stamp };
  }
}

function keyedView({ entry, view }: Page): unknown {
  // The hash of a question's file stands for its entry, and for its answer.
  return entry ? { ...view(), entry: entry.hash } : view();
}

/**
 * Outputs as pieces of a release.
 *
 * @param template outputs are made by code, too, which it stands for
 * @param earlier see {@link pagePieces}
 */
export function* outputPieces(
  outputs: Iterable<Output>,
  template: string,
  earlier?: Manifest,
): Generator<OutputPiece> {
  for (const output of outputs) {
    const { path, stamp } = output;
    const known = stamp === undefined ? undefined : earlier?.files.get(path);
    const key = known && known.stamp === stamp ? known.key : keyOf(template, output.key);
    yield { key, path, output };
  }
}

/** Where the document of an address lies within a release. */
export function documentPath(address: string): string {
  return address === homePath ? 'index.html' : `${address.slice(1)}.html`;
}
