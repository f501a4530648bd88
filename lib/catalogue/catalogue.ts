import { groupBy } from '@/lib/group-by';
import { parseQuestionPath } from '@/lib/site';
import { canonicalFirst, crossListed } from './cross-listings';
import { compareNewestFirst, type Entry } from './entry';
import { indexTexts, type NearestIndex } from './nearest';
import { findSubject, type Accent, type SubjectNames } from './subjects';
import { topicsOf, type Topic } from './topics';

export interface Subject {
  slug: string;
  name: string;
  description: string | undefined;
  accent: Accent;
  /** Shown below each of the subject's answers. */
  note: string | undefined;
  /** Number of questions, at least 1. */
  count: number;
}

/** Number of related questions on a page. */
const relatedCount = 5;

/**
 * If a subject has too few related questions, this many of the library's newest questions are searched for
 * similar ones.
 */
const newestCount = 2000;

/** All entries of a library, with lookups by address, subject and topic, and related questions. Immutable. */
export class Catalogue {
  /** The entries of all question pages, newest first; on the same day, the highest id first. */
  readonly entries: readonly Entry[];
  /** Every question once, at its canonical address, in the order of {@link entries}. */
  readonly questions: readonly Entry[];
  /** Sorted by name. */
  readonly subjects: readonly Subject[];
  readonly #subjectsBySlug: ReadonlyMap<string, Subject>;
  readonly #bySubject: ReadonlyMap<string, readonly Entry[]>;
  /** For each slug of a subject, its entries by their own slugs. Computed on first use. */
  readonly #bySlug = new Map<string, ReadonlyMap<string, Entry>>();
  /** For each slug of a subject, the position of each entry in {@link inSubject}. Computed on first use. */
  readonly #positions = new Map<string, ReadonlyMap<Entry, number>>();
  /**
   * For each entry of a question in several subjects: all entries of that question, the canonical one first.
   */
  readonly #crossListed = new Map<Entry, readonly Entry[]>();
  readonly #nearest = new Map<string, NearestIndex>();
  /** For each slug of a subject, the related questions of each entry for which they were requested. */
  readonly #related = new Map<string, Map<Entry, readonly Entry[]>>();
  readonly #topics = new Map<string, Topic[]>();
  readonly #topicSlugs = new Map<string, ReadonlyMap<string, string>>();

  constructor(entries: readonly Entry[], names: SubjectNames) {
    this.entries = withoutEqualAddresses(entries).toSorted(compareNewestFirst);
    for (const members of crossListed(this.entries, (entry) => entry)) {
      const ordered = canonicalFirst(members);
      for (const entry of ordered) this.#crossListed.set(entry, ordered);
    }
    this.questions = this.entries.filter((entry) => this.canonical(entry) === entry);
    this.#bySubject = groupBy(this.entries, (entry) => entry.subject.slug);
    this.subjects = [...this.#bySubject]
      .map(([slug, members]) => subjectFrom(slug, members, names))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
    this.#subjectsBySlug = new Map(this.subjects.map((subject) => [subject.slug, subject]));
  }

  find(address: string): Entry | undefined {
    const parts = parseQuestionPath(address);
    if (!parts) return undefined;
    const { subject, slug } = parts;
    return getOrCompute(
      this.#bySlug,
      subject,
      () => new Map(this.inSubject(subject).map((entry) => [entry.slug, entry])),
    ).get(slug);
  }

  subject(slug: string): Subject | undefined {
    return this.#subjectsBySlug.get(slug);
  }

  /** The subject of an entry. @throws Error if the entry is not in this catalogue */
  subjectOf({ address, subject: { slug } }: Entry): Subject {
    const subject = this.subject(slug);
    if (!subject) throw new Error(`${address} is not in this catalogue`);
    return subject;
  }

  /**
   * The canonical entry of a question: the one whose address search engines list. For a question in one
   * subject, the entry itself.
   */
  canonical(entry: Entry): Entry {
    return this.#crossListed.get(entry)?.[0] ?? entry;
  }

  /** All addresses of a question, the canonical one first. */
  addressesOf(entry: Entry): string[] {
    return (this.#crossListed.get(entry) ?? [entry]).map(({ address }) => address);
  }

  /** The other entries of the same question, the canonical one first. */
  alsoAt(entry: Entry): readonly Entry[] {
    return this.#crossListed.get(entry)?.filter((other) => other !== entry) ?? [];
  }

  /** The entries in other subjects of the questions of a subject. */
  alsoAtOf(slug: string): Entry[] {
    return this.inSubject(slug)
      .filter((entry) => this.#crossListed.has(entry))
      .flatMap((entry) => this.alsoAt(entry));
  }

  /** The questions of a subject, newest first. */
  inSubject(slug: string): readonly Entry[] {
    return this.#bySubject.get(slug) ?? [];
  }

  /** The topics of a subject, sorted by name. */
  topicsIn(slug: string): readonly Topic[] {
    return getOrCompute(this.#topics, slug, () => topicsOf(this.inSubject(slug)));
  }

  /**
   * The slug of the topic page for a keyword; undefined if too few questions of the subject have this
   * keyword.
   */
  topicSlug(subject: string, keyword: string): string | undefined {
    const slugs = getOrCompute(
      this.#topicSlugs,
      subject,
      () => new Map(this.topicsIn(subject).map((topic) => [topic.name.toLowerCase(), topic.slug])),
    );
    return slugs.get(keyword.toLowerCase());
  }

  /** The previous and the next question of the subject in order of publication. */
  neighbours(entry: Entry): { previous: Entry | undefined; next: Entry | undefined } {
    const siblings = this.inSubject(entry.subject.slug);
    const position = this.#positionOf(entry) ?? -1;
    return { previous: siblings[position + 1], next: position > 0 ? siblings[position - 1] : undefined };
  }

  /** The position of an entry in {@link inSubject}. */
  #positionOf(entry: Entry): number | undefined {
    const { slug } = entry.subject;
    const positions = getOrCompute(
      this.#positions,
      slug,
      () => new Map(this.inSubject(slug).map((sibling, position) => [sibling, position])),
    );
    return positions.get(entry);
  }

  /**
   * Up to {@link relatedCount} other questions: first the existing ones that the editor named, in the
   * editor's order, then the most similar ones by title, keywords and description, those of the same subject
   * first. Contains no question twice and never the entry's own question.
   */
  related(entry: Entry): readonly Entry[] {
    const { slug } = entry.subject;
    const ofSubject = getOrCompute(this.#related, slug, () => new Map<Entry, readonly Entry[]>());
    // A release needs the related questions of a page twice: for its key and for its contents.
    const related = getOrCompute(ofSubject, entry, () => this.#findRelated(entry));
    // In a large library, the indexes of all subjects take hundreds of megabytes.
    if (ofSubject.size === this.inSubject(slug).length) this.#nearest.delete(slug);
    return related;
  }

  /** All questions of other subjects that {@link related} may return for the questions of a subject. */
  relatedInOtherSubjects(slug: string): Entry[] {
    const own = this.inSubject(slug);
    const others: Entry[] = [];
    for (const { relatedInOtherSubjects } of own) {
      for (const address of relatedInOtherSubjects) {
        const named = this.find(address);
        if (named) others.push(named);
      }
    }
    // A larger subject fills the lists of its questions with its own questions.
    return own.length > relatedCount ? others : [...others, ...this.#newest()];
  }

  #findRelated(entry: Entry): Entry[] {
    const chosen = new Map<Entry, Entry>();
    const own = this.canonical(entry);
    const add = (other: Entry) => {
      const question = this.canonical(other);
      if (question !== own && !chosen.has(question)) chosen.set(question, other);
    };
    for (const address of entry.related) {
      const named = this.find(address);
      if (named) add(named);
    }
    const candidateLists = [
      () => {
        const { slug } = entry.subject;
        return this.#nearestAmong(slug, this.inSubject(slug), this.#positionOf(entry) ?? textOf(entry));
      },
      () => this.#nearestAmong('', this.#newest(), textOf(entry)),
    ];
    for (const find of candidateLists) {
      if (chosen.size >= relatedCount) break;
      for (const other of find()) add(other);
    }
    return [...chosen.values()].slice(0, relatedCount);
  }

  #newest(): readonly Entry[] {
    return this.questions.slice(0, newestCount);
  }

  /**
   * The most similar entries first (among equals, the newest), then the newest ones. The index of `members`
   * is built on first use.
   *
   * @param group the key under which the index is stored: the slug of a subject, or '' for the whole library
   * @param text that of the entry, or its position among the members
   */
  #nearestAmong(group: string, members: readonly Entry[], text: string | number): Entry[] {
    const index = getOrCompute(this.#nearest, group, () => indexTexts(members.map(textOf)));
    // A page shows five. The named ones, the question itself and those already chosen are removed later, so
    // twice as many are enough.
    const enough = 2 * relatedCount + 1;
    const nearest = index.nearest(text, enough).flatMap((position) => members[position] ?? []);
    return [...nearest, ...members.slice(0, enough)];
  }
}

function getOrCompute<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

/**
 * Removes all but one of several entries with the same address: keeps the one whose file is at the expected
 * path, or else the first.
 */
function withoutEqualAddresses(entries: readonly Entry[]): readonly Entry[] {
  // Two files at expected paths have different addresses.
  const elsewhere = groupBy(entries.filter(isElsewhere), ({ address }) => address);
  if (elsewhere.size === 0) return entries;
  const expected = entries.filter((entry) => !isElsewhere(entry) && elsewhere.has(entry.address));
  for (const { address } of expected) elsewhere.delete(address);
  return entries.filter((entry) => !isElsewhere(entry) || elsewhere.get(entry.address)?.[0] === entry);
}

/** Whether the file of an entry is at another path than the folder of its subject and its slug. */
function isElsewhere({ path, subject, slug }: Entry): boolean {
  return path !== `${subject.slug}/${slug}.md`;
}

function textOf({ title, keywords, description }: Entry): string {
  return [title, ...keywords, description].join(' ');
}

function subjectFrom(slug: string, members: readonly Entry[], names: SubjectNames): Subject {
  const known = findSubject(names, slug);
  return {
    slug,
    name: known?.name ?? commonSpelling(members.map(({ subject }) => subject.name)),
    description: known?.description,
    accent: known?.accent ?? 'blue',
    note: known?.note,
    count: members.length,
  };
}

/** The spelling that most content files use; among equals, the first in alphabetical order. */
function commonSpelling(names: readonly string[]): string {
  const counts = [...groupBy(names, (name) => name)];
  counts.sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  return counts[0]?.[0] ?? '';
}
