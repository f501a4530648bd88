import { groupBy } from '@/lib/group-by';
import type { Article } from '@/lib/source/article';
import { indexTexts, type NearestIndex } from './nearest';
import type { Accent, SubjectNames } from './subjects';

/** An article as the catalogue keeps it: all but the answer, which is read when its page is made. */
export type Entry = Omit<Article, 'answer'> & {
  /** Its file within the content folder. */
  path: string;
};

export interface Subject {
  slug: string;
  name: string;
  description: string | undefined;
  accent: Accent;
  /** Stands below its answers. */
  note: string | undefined;
  /** How many questions it has; never 0. */
  count: number;
}

/** How many related articles a page shows. */
export const relatedCount = 5;

/** All articles of a library, and how they stand to each other. Immutable. */
export class Catalogue {
  /** Newest first; those of one day by id, the highest first. */
  readonly entries: readonly Entry[];
  /** By name. */
  readonly subjects: readonly Subject[];
  readonly #byAddress: ReadonlyMap<string, Entry>;
  readonly #bySubject: ReadonlyMap<string, readonly Entry[]>;
  readonly #nearest = new Map<string, NearestIndex>();

  constructor(entries: readonly Entry[], names: SubjectNames) {
    this.entries = entries.toSorted(compareNewestFirst);
    this.#byAddress = new Map(this.entries.map((entry) => [entry.address, entry]));
    this.#bySubject = groupBy(this.entries, (entry) => entry.subject.slug);
    this.subjects = [...this.#bySubject]
      .map(([slug, members]) => describeSubject(slug, members, names))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  find(address: string): Entry | undefined {
    return this.#byAddress.get(address);
  }

  subject(slug: string): Subject | undefined {
    return this.subjects.find((subject) => subject.slug === slug);
  }

  /** The questions of a subject, newest first. */
  inSubject(slug: string): readonly Entry[] {
    return this.#bySubject.get(slug) ?? [];
  }

  /** The question published before this one in its subject, and the one after it. */
  neighbours(entry: Entry): { previous: Entry | undefined; next: Entry | undefined } {
    const siblings = this.inSubject(entry.subject.slug);
    const index = siblings.indexOf(entry);
    return { previous: siblings[index + 1], next: index > 0 ? siblings[index - 1] : undefined };
  }

  /**
   * Up to {@link relatedCount} other articles: those the editor named and that exist, in the editor's order, then the
   * nearest by title, keywords and description, those of the same subject first.
   */
  related(entry: Entry): Entry[] {
    const chosen = new Set<Entry>();
    for (const address of entry.related) {
      const named = this.find(address);
      if (named && named !== entry) chosen.add(named);
    }
    const groups = [
      () => this.#nearestIn(entry.subject.slug, this.inSubject(entry.subject.slug), entry),
      () => this.#nearestIn('', this.entries, entry),
    ];
    for (const nearest of groups) {
      if (chosen.size >= relatedCount) break;
      for (const other of nearest()) {
        if (chosen.size >= relatedCount) break;
        if (other !== entry) chosen.add(other);
      }
    }
    return [...chosen].slice(0, relatedCount);
  }

  /** The likest first; of equals, the newest. The index of a group is made when it is first asked for. */
  #nearestIn(group: string, members: readonly Entry[], entry: Entry): Entry[] {
    let index = this.#nearest.get(group);
    if (!index) {
      index = indexTexts(members.map(describe));
      this.#nearest.set(group, index);
    }
    const scores = index.scores(members.indexOf(entry));
    // A page takes five: the named ones, itself and those already chosen leave room within twice as many.
    return highest(scores, 2 * relatedCount + 1).flatMap((position) => members[position] ?? []);
  }
}

function describe({ title, keywords, description }: Entry): string {
  return [title, ...keywords, description].join(' ');
}

/** The positions of the `count` highest scores, highest first; of equals, the first. */
function highest(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  scores.forEach((score, position) => {
    const last = best.at(-1);
    if (best.length === count && last !== undefined && score <= (scores[last] ?? 0)) return;
    const place = best.findIndex((other) => score > (scores[other] ?? 0));
    best.splice(place === -1 ? best.length : place, 0, position);
    best.length = Math.min(best.length, count);
  });
  return best;
}

/** The order of {@link Catalogue.entries}. */
export function compareNewestFirst(a: Entry, b: Entry): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return b.id - a.id || Number(a.address > b.address) - Number(a.address < b.address);
}

function describeSubject(slug: string, members: readonly Entry[], names: SubjectNames): Subject {
  const known = names[slug];
  return {
    slug,
    name: known?.name ?? commonSpelling(members.map(({ subject }) => subject.name)),
    description: known?.description,
    accent: known?.accent ?? 'blue',
    note: known?.note,
    count: members.length,
  };
}

/** The spelling most documents use; of equals, the first in the alphabet. */
function commonSpelling(names: readonly string[]): string {
  const counts = [...groupBy(names, (name) => name)];
  counts.sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  return counts[0]?.[0] ?? '';
}
