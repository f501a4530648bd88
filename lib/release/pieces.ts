import type { Catalogue } from '@/lib/catalogue/catalogue';
import { menuSubjects } from '@/lib/catalogue/menu';
import { listPages, type Page } from '@/lib/pages/pages';
import type { Library } from '@/lib/pages/library';
import { homePath } from '@/lib/site';
import { picturesBySubject } from '@/lib/social-image/social-image';
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
 * Of each subject, by its slug, a key for all that the pages of its questions and its lists are made of, but for what only
 * the page of a question shows: its answer, and when it was changed.
 */
export function subjectKeys(catalogue: Catalogue, template: string): Map<string, string> {
  const { subjects } = catalogue;
  const ofAllPages = keyOf(template, menuSubjects(subjects));
  const pictures = picturesBySubject(catalogue);
  return new Map(
    subjects.map((subject) => {
      const { slug } = subject;
      const shown = catalogue.inSubject(slug).map(({ shownHash }) => shownHash);
      const others = catalogue.relatedBeyond(slug).map((other) => {
        const { name, accent } = catalogue.subjectOf(other);
        return [other.shownHash, name, accent];
      });
      return [slug, keyOf(ofAllPages, subject, pictures.get(slug), shown.join(' '), others)];
    }),
  );
}

/** By a subject's slug, an earlier release in which the subject had the same one of the {@link subjectKeys}. */
export type EarlierReleases = ReadonlyMap<string, Manifest>;

/** @param manifests the best first */
export function findEarlier(
  keys: ReadonlyMap<string, string>,
  manifests: readonly Manifest[],
): EarlierReleases {
  const found = new Map<string, Manifest>();
  for (const [slug, key] of keys) {
    const manifest = manifests.find(({ subjects }) => subjects.get(slug) === key);
    if (manifest) found.set(slug, manifest);
  }
  return found;
}

/** The key that an earlier release has for a piece, which need not be computed again. */
function knownKey(
  earlier: EarlierReleases,
  subject: string,
  path: string,
  stamp: string,
): string | undefined {
  const known = earlier.get(subject)?.files.get(path);
  return known?.stamp === stamp ? known.key : undefined;
}

/**
 * Every page of a library as a piece of a release.
 *
 * @param template stands for everything but content that pages are made of
 */
export function* pagePieces(
  library: Library,
  template: string,
  earlier: EarlierReleases,
): Generator<PagePiece> {
  const ofAllPages = keyOf(template, menuSubjects(library.catalogue.subjects));
  for (const page of listPages(library)) {
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
