import type { Page } from '@/lib/views/pages';
import type { Library } from '@/lib/views/library';
import { homePath } from '@/lib/site';
import { keyOf, type Output } from './output';
import { keyOfAllPages, type EarlierReleases } from './subject-keys';

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

/** The key that an earlier release has for a piece, which need not be computed again. */
function knownKey(
  earlier: EarlierReleases,
  subject: string,
  path: string,
  stamp: string,
): string | undefined {
  const known = earlier.get(subject)?.part(subject).files.get(path);
  return known?.stamp === stamp ? known.key : undefined;
}

/**
 * Pages of a library as pieces of a release.
 *
 * @param template stands for everything but content that pages are made of
 */
export function* pagePieces(
  library: Library,
  pages: Iterable<Page>,
  template: string,
  earlier: EarlierReleases,
): Generator<PagePiece> {
  const ofAllPages = keyOfAllPages(library.catalogue, template);
  for (const page of pages) {
    const { address, entry, kind, params } = page;
    const path = documentPath(address);
    const stamp = entry ? `${entry.hash} ${library.changedDays.get(entry.path) ?? ''}` : '';
    const known = knownKey(earlier, params.subject ?? '', path, stamp);
    yield { key: known ?? keyOf(ofAllPages, kind, address, keyedView(page)), path, page, stamp };
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
 */
export function* outputPieces(
  outputs: Iterable<Output>,
  template: string,
  earlier: EarlierReleases,
): Generator<OutputPiece> {
  for (const output of outputs) {
    const { path, of } = output;
    const known = of && knownKey(earlier, of.subject, path, of.stamp);
    yield { key: known ?? keyOf(template, output.key), path, output };
  }
}

/** Where the document of an address lies within a release. */
export function documentPath(address: string): string {
  return address === homePath ? 'index.html' : `${address.slice(1)}.html`;
}
