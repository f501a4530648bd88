import type { Subject } from '@/lib/catalogue/catalogue';
import { plainEntry, type Entry } from '@/lib/catalogue/entry';
import { menuSubjects } from '@/lib/catalogue/menu';
import { editUrl, homePath, markdownPath, siteUrl } from '@/lib/site';
import { sheetsOf } from '@/lib/styles/styles';
import type { Library } from '@/lib/views/library';
import { lonePages, subjectPages, type Page, type PageKind } from '@/lib/views/pages';
import { artifact, keyOf, type Artifact, type FileRecord } from '../artifacts/artifact';
import type { ArtifactKind } from '../artifacts/makers';
import type { Surroundings } from '../surroundings';

/** The maker of each page kind. */
const makerOf = {
  question: 'question',
  search: 'app',
  study: 'app',
  home: 'list',
  subjects: 'list',
  subject: 'list',
  archive: 'list',
  index: 'list',
  topic: 'list',
  notFound: 'list',
} as const satisfies Record<PageKind, ArtifactKind>;

/** The path of the document at an address within a release. */
export function documentPath(address: string): string {
  return address === homePath ? 'index.html' : `${address.slice(1)}.html`;
}

/** The path of the Markdown copy of the question at an address within a release. */
export function markdownFile(address: string): string {
  return markdownPath(address).slice(1);
}

/** The hash of all inputs that the pages of a kind have in common. */
export function baseKey({ catalogue }: Library, { code, styles }: Surroundings, kind: PageKind): string {
  const menu = menuSubjects(catalogue.subjects);
  return keyOf(kind, code[makerOf[kind]], sheetsOf(styles)[kind], menu, siteUrl(), editUrl(''));
}

/** The pages that are the only ones of their kind. */
export function* lonePageArtifacts(library: Library, surroundings: Surroundings): Generator<Artifact> {
  for (const page of lonePages(library)) {
    const base = baseKey(library, surroundings, page.kind);
    yield new PageArtifact(page, (view) => keyOf(base, page.address, view));
  }
}

/**
 * Every page of a subject, and the Markdown copy of every question.
 *
 * @param known the subject's files in an earlier release with the same context; undefined if there is none
 */
export function* subjectPageArtifacts(
  library: Library,
  surroundings: Surroundings,
  subject: Subject,
  known: ReadonlyMap<string, FileRecord> | undefined,
): Generator<Artifact> {
  const bases = new Map<PageKind, string>();
  const baseOf = (kind: PageKind): string => {
    const base = bases.get(kind) ?? baseKey(library, surroundings, kind);
    bases.set(kind, base);
    return base;
  };
  const markdownOf = markdownArtifacts(library, surroundings, subject);
  for (const page of subjectPages(library, [subject])) {
    const { address, entry, kind } = page;
    const version = entry ? versionOf(entry, library.changedDays.get(entry.path)) : '';
    const earlierKey = known?.get(documentPath(address))?.key;
    const knownKey = earlierKey?.startsWith(`${version}.`) === true ? earlierKey : undefined;
    yield new PageArtifact(
      page,
      // The hash of an entry represents the entry and its answer.
      (view) => `${version}.${keyOf(baseOf(kind), address, entry ? { ...view, entry: entry.hash } : view)}`,
      knownKey,
    );
    // Next to the page, because both have the same answer.
    if (entry) yield markdownOf(entry);
  }
}

/**
 * The artifact of a page. A key that is not known is computed together with the input, or when it is compared.
 * A first build compares no keys, so it computes the view of each page only once, while threads make other
 * pages.
 */
class PageArtifact implements Artifact {
  readonly kind: ArtifactKind;
  readonly path: string;
  readonly #page: Page;
  readonly #keyFor: (view: object) => string;
  #key: string | undefined;

  constructor(page: Page, keyFor: (view: object) => string, knownKey?: string) {
    this.kind = makerOf[page.kind];
    this.path = documentPath(page.address);
    this.#page = page;
    this.#keyFor = keyFor;
    this.#key = knownKey;
  }

  get key(): string {
    return (this.#key ??= this.#keyFor(this.#page.view()));
  }

  input(): unknown {
    const { kind, address } = this.#page;
    const view = this.#page.view();
    this.#key ??= this.#keyFor(view);
    return { kind, address, view };
  }
}

/** Returns a function that gives the Markdown artifact of each question of a subject. */
function markdownArtifacts(
  { catalogue }: Library,
  { code }: Surroundings,
  subject: Subject,
): (entry: Entry) => Artifact {
  const base = keyOf(code.markdown, siteUrl(), subject.name);
  return (entry) => {
    const addresses = catalogue.addressesOf(entry);
    const own = addresses.length > 1 ? keyOf(base, addresses) : base;
    return artifact('markdown', markdownFile(entry.address), `${versionOf(entry, undefined)}.${own}`, () => ({
      entry: plainEntry(entry),
      subject: { name: subject.name },
      addresses,
    }));
  };
}

/** Changes with the file of a question, with its images and with the day of its last change. */
function versionOf({ hash }: Entry, changedDay: string | undefined): string {
  // Half of each hash is enough to distinguish the versions of one question.
  return hash.slice(0, 16) + hash.slice(32, 48) + (changedDay ?? '');
}
