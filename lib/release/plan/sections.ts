import type { Subject } from '@/lib/catalogue/catalogue';
import { listedPart, subjectSitemaps, type ListedPage } from '@/lib/seo/sitemap';
import { siteUrl } from '@/lib/site';
import { picturesBySubject } from '@/lib/social-image/social-image';
import type { Library } from '@/lib/views/library';
import { keyOf, type Artifact } from '../artifacts/artifact';
import type { ReleaseIndex, SectionHead } from '../store/release-index';
import type { Surroundings } from '../surroundings';
import { baseKey, lonePageArtifacts, subjectPageArtifacts } from './page-artifacts';
import { siteArtifacts, subjectArtifacts } from './site-artifacts';

/** A section of a release whose files are not yet computed. */
export interface Section extends Pick<SectionHead, 'name' | 'context' | 'key'> {
  /** The sitemaps of its subject. */
  sitemaps: () => readonly ListedPage[];
  /** Computes the files. */
  artifacts: () => Artifact[];
}

/** What the name of a subject's section begins with, and no other name. */
const subjectStart = 'learn/';

/** Whether a section is that of a subject, by its name. */
export function isOfSubject(name: string): boolean {
  return name.startsWith(subjectStart);
}

/**
 * The section of the files that belong to no subject.
 *
 * @param sitemaps those of all subjects
 */
export function siteSection(
  library: Library,
  surroundings: Surroundings,
  sitemaps: readonly ListedPage[],
): Section {
  return {
    name: 'site',
    context: '',
    // Its inputs include the newest questions of all subjects, and it has few files.
    key: '',
    sitemaps: () => [],
    artifacts: () => [
      ...siteArtifacts(library, surroundings, sitemaps),
      ...lonePageArtifacts(library, surroundings),
    ],
  };
}

/**
 * A section for each subject. Its key is computed without its files, so that a build plans only the files of
 * changed sections.
 *
 * @param earlier indexes of releases from which files can be kept
 */
export function subjectSections(
  library: Library,
  surroundings: Surroundings,
  earlier: readonly ReleaseIndex[],
): Section[] {
  const { catalogue, changedDays } = library;
  const contextOf = contexts(library, surroundings);
  return catalogue.subjects.map((subject) => {
    const name = subjectStart + subject.slug;
    const context = contextOf(subject);
    const sitemaps = once(() => subjectSitemaps(catalogue, subject.slug, changedDays));
    return {
      name,
      context,
      key: sectionKey(library, surroundings, subject, context),
      sitemaps: () => sitemaps().map(listedPart),
      artifacts: () => {
        const known = earlier.map((index) => index.get(name)).find((section) => section?.context === context);
        return [
          ...subjectArtifacts(library, surroundings, subject, sitemaps()),
          ...subjectPageArtifacts(library, surroundings, subject, known?.files),
        ];
      },
    };
  });
}

function once<Value extends object>(compute: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= compute());
}

/**
 * Returns a function that gives the context of a subject: the hash of everything that its pages show besides
 * answers. If an earlier release has the same context, the keys of the subject's pages need not be computed
 * from their views.
 */
function contexts(library: Library, surroundings: Surroundings): (subject: Subject) => string {
  const { catalogue } = library;
  const kinds = (['subject', 'archive', 'index', 'topic', 'question'] as const).map((kind) =>
    baseKey(library, surroundings, kind),
  );
  const pictures = picturesBySubject(catalogue);
  return (subject) => {
    const { slug } = subject;
    const entries = catalogue.inSubject(slug);
    const own = entries.map(({ shownHash }) => shownHash).join(' ');
    const others = [...catalogue.relatedInOtherSubjects(slug), ...catalogue.alsoAtOf(slug)];
    const shown = others.map((other) => {
      // The description is on the picture of a page whose canonical address is in that subject.
      const { name, accent, description } = catalogue.subjectOf(other);
      return [other.shownHash, name, accent, description];
    });
    return keyOf(surroundings.code.plan, kinds, subject, pictures.get(slug), own, shown);
  };
}

/** The hash of all inputs of a subject's files. */
function sectionKey(
  { catalogue, changedDays }: Library,
  { code }: Surroundings,
  { slug }: Subject,
  context: string,
): string {
  const entries = catalogue.inSubject(slug);
  // Feeds show the answers of canonical entries, which may be in other subjects.
  const answers = [...entries, ...catalogue.alsoAtOf(slug)]
    .map(({ hash, path }) => `${hash} ${changedDays.get(path) ?? ''}`)
    .join('\n');
  return keyOf(context, code.markdown, code.feed, siteUrl(), answers);
}
