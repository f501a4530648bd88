import type { Catalogue } from '@/lib/catalogue/catalogue';
import { menuSubjects } from '@/lib/catalogue/menu';
import type { Redirects } from '@/lib/catalogue/redirects';
import type { Library } from '@/lib/pages/library';
import { groupBy } from '@/lib/group-by';
import { picturesBySubject } from '@/lib/social-image/social-image';
import type { Manifest } from './manifest';
import { keyOf } from './output';
import { partOf, type SubjectKeys } from './part';

/** What the files of subjects are made of besides the library. */
export interface Circumstances {
  redirects: Redirects;
  /** Stands for code, configuration and dependencies. */
  template: string;
  /** Whether texts have compressed files beside them. */
  compress: boolean;
}

/** Stands for what every page is made of. */
export function keyOfAllPages({ subjects }: Catalogue, template: string): string {
  return keyOf(template, menuSubjects(subjects));
}

/** Of each subject, by its slug, what its files are made of. */
export function subjectKeys(
  { catalogue, changedDays }: Library,
  { redirects, template, compress }: Circumstances,
): Map<string, SubjectKeys> {
  const { subjects } = catalogue;
  const ofAllPages = keyOfAllPages(catalogue, template);
  const pictures = picturesBySubject(catalogue);
  const moved = groupBy([...redirects], ([from]) => partOf(from.slice(1)));
  return new Map(
    subjects.map((subject) => {
      const { slug } = subject;
      const entries = catalogue.inSubject(slug);
      const copies = entries.flatMap((entry) => catalogue.alsoAt(entry));
      const [others, also] = [catalogue.relatedBeyond(slug), copies].map((all) =>
        all.map((other) => {
          const { name, accent } = catalogue.subjectOf(other);
          return [other.shownHash, name, accent];
        }),
      );
      const shownHashes = entries.map(({ shownHash }) => shownHash).join(' ');
      const shown = keyOf(ofAllPages, subject, pictures.get(slug), shownHashes, others, also);
      // A feed has the answers of canonical addresses, which may be those of other subjects.
      const answers = [...entries, ...copies]
        .map(({ hash, path }) => `${hash} ${changedDays.get(path) ?? ''}`)
        .join(' ');
      return [slug, { shown, whole: keyOf(shown, answers, moved.get(slug), compress) }];
    }),
  );
}

/** By a subject's slug, an earlier release in which its pages showed the same, but for answers. */
export type EarlierReleases = ReadonlyMap<string, Manifest>;

/** @param manifests the best first */
export function findEarlier(
  keys: ReadonlyMap<string, SubjectKeys>,
  manifests: readonly Manifest[],
): EarlierReleases {
  const found = new Map<string, Manifest>();
  for (const [slug, { shown }] of keys) {
    const manifest = manifests.find((earlier) => earlier.keysOf(slug)?.shown === shown);
    if (manifest) found.set(slug, manifest);
  }
  return found;
}

/** Subjects that a release has exactly as they have to be, by their slugs. */
export function unchangedSubjects(keys: ReadonlyMap<string, SubjectKeys>, { keysOf }: Manifest): string[] {
  return [...keys].filter(([slug, { whole }]) => keysOf(slug)?.whole === whole).map(([slug]) => slug);
}
