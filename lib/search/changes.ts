import { limits } from '@/lib/limits';
import { UserError } from '@/lib/user-error';
import type { Postings } from '@/public/scripts/search/postings.js';
import { SearchIndexMismatch } from './mismatch';
import { firstPosition } from '@/lib/first-position';
import type { QuestionCounts } from './vocabulary';
import { ownCopy, WordList } from './word-list';
import { readWords, type QuestionWords } from './words';

/**
 * The Markdown of a question before and after a change; a new question has only `after`, a removed one only
 * `before`.
 */
export interface SearchChange {
  before?: string | undefined;
  after?: string | undefined;
}

/** Data of a question in search results. */
export interface ResultRow {
  id: number;
  slug: string;
  question: string;
  /** For a question in several subjects, the subject of its canonical address; otherwise undefined. */
  subject: string | undefined;
}

/** A question in one subject, with its changes. */
interface Listing {
  /** The number of the subject. */
  subject: number;
  id: number;
  /** The number and the new weight of each changed word, packed. */
  words: Uint32Array;
}

/**
 * Packs the number of a word or the index of a listing with the weight of a word into 32 bits, so that millions
 * of changes fit into memory. Weight 0 removes the word, unless another change adds it. Numbers are below 2^24,
 * because a map has at most that many keys.
 */
function pack(number: number, weight: number): number {
  return ((number << 8) | weight) >>> 0;
}

function numberOf(packed: number): number {
  return packed >>> 8;
}

function weightOf(packed: number): number {
  return packed & 255;
}

/** Length of the arrays that contain the words of many listings, because each array takes memory for itself. */
const blockLength = 2 ** 18;

/** The changes of all listings, grouped by word. */
interface ByWord {
  /** For each word, the index of its first change; at the end, the number of all changes. */
  starts: Uint32Array;
  /** The index of the listing and the new weight of the word, packed, in the order of subjects and ids. */
  changes: Uint32Array;
}

/** All differences between two libraries. */
export class Changes {
  readonly removedIds = new Set<number>();
  readonly addedRows = new Map<number, ResultRow>();
  readonly #subjects: readonly string[];
  readonly #ordinals: ReadonlyMap<string, number>;
  readonly #list = new WordList();
  /** By the number of the word. */
  readonly #counts: QuestionCounts[] = [];
  readonly #listings: Listing[] = [];
  /** The last block, and the number of its used elements. */
  #block = new Uint32Array();
  #used = 0;
  /** Computed on first use, after the last change was added. */
  #byWord: ByWord | undefined;

  /**
   * @param subjects slugs of the subjects of both libraries
   * @throws UserError if there are too many subjects
   */
  constructor(subjects: ReadonlySet<string>) {
    if (subjects.size > limits.subjects) {
      throw new UserError(`There are ${subjects.size} subjects, at most ${limits.subjects} can be searched.`);
    }
    this.#subjects = [...subjects].sort();
    this.#ordinals = new Map(this.#subjects.map((slug, ordinal) => [slug, ordinal]));
  }

  /** @throws UserError if two added questions have the same id */
  add(change: SearchChange): void {
    const before = change.before === undefined ? undefined : readWords(change.before, this.#list);
    const after = change.after === undefined ? undefined : readWords(change.after, this.#list);
    for (const word of this.#list.words.slice(this.#counts.length)) {
      this.#counts.push({ word, inQuestions: 0, inTitles: 0 });
    }
    this.#addRow(before, after);
    const hasSameListings =
      before !== undefined && after !== undefined && haveSamePostingLists(before, after);
    if (before) this.#addListings(before, this.#removed(before, hasSameListings ? after : undefined));
    if (after) this.#addListings(after, this.#added(after, hasSameListings ? before : undefined));
  }

  #addRow(before: QuestionWords | undefined, after: QuestionWords | undefined): void {
    const [old, row] = [before && rowOf(before), after && rowOf(after)];
    if (old && row && isSameRow(old, row)) return;
    if (old) this.removedIds.add(old.id);
    if (!row) return;
    const other = this.addedRows.get(row.id);
    if (other) throw duplicateId(row.id, other.slug, row.slug);
    this.addedRows.set(row.id, row);
  }

  /**
   * @param next the same question after the change; words that it still contains are not removed
   * @returns changes of words, packed
   */
  #removed(question: QuestionWords, next: QuestionWords | undefined): number[] {
    const changes: number[] = [];
    for (const number of question.weights.keys()) {
      const counts = this.#countsOf(number);
      if (question.titleTerms.has(number)) counts.inTitles -= 1;
      if (next?.weights.has(number) === true) continue;
      counts.inQuestions -= 1;
      changes.push(pack(number, 0));
    }
    return changes;
  }

  /** @param previous the same question before the change @returns changes of words, packed */
  #added(question: QuestionWords, previous: QuestionWords | undefined): number[] {
    const changes: number[] = [];
    for (const [number, weight] of question.weights) {
      const counts = this.#countsOf(number);
      if (question.titleTerms.has(number)) counts.inTitles += 1;
      const previousWeight = previous?.weights.get(number);
      if (previousWeight === undefined) counts.inQuestions += 1;
      if (previousWeight !== weight) changes.push(pack(number, weight));
    }
    return changes;
  }

  #countsOf(number: number): QuestionCounts {
    const counts = this.#counts[number];
    if (!counts) throw new Error(`there is no word ${number}`);
    return counts;
  }

  /** A search in one subject also finds questions whose canonical address is in another. */
  #addListings({ subject, otherSubjects, id }: QuestionWords, changes: readonly number[]): void {
    if (this.#used + changes.length > this.#block.length) {
      this.#block = new Uint32Array(Math.max(blockLength, changes.length));
      this.#used = 0;
    }
    const words = this.#block.subarray(this.#used, this.#used + changes.length);
    words.set(changes);
    this.#used += changes.length;
    for (const slug of [subject, ...otherSubjects]) {
      const ordinal = this.#ordinals.get(slug);
      if (ordinal === undefined) throw new Error(`${slug} is not among the subjects that are indexed`);
      this.#listings.push({ subject: ordinal, id, words });
    }
  }

  /** For each word, the change of the number of questions that contain it. */
  countChanges(): Iterable<QuestionCounts> {
    return this.#counts;
  }

  /** The words whose postings change, sorted. */
  words(): string[] {
    const { starts } = this.#changesByWord();
    return this.#list.words.filter((_, number) => starts[number] !== starts[number + 1]).sort();
  }

  /**
   * A word's postings after the changes, by subject.
   *
   * @param old postings before
   * @throws SearchIndexMismatch if `old` lacks postings to remove, because the changes do not fit the index
   */
  apply(word: string, old: readonly Postings[]): Postings[] {
    const edits = this.#editsOf(word);
    if (edits.size === 0) return [...old];
    const before = new Map(old.map((postings) => [postings.subject, postings]));
    return [...new Set([...before.keys(), ...edits.keys()])]
      .sort()
      .map((subject) => mergePostings(subject, before.get(subject), edits.get(subject) ?? noEdits))
      .filter(({ ids }) => ids.length > 0);
  }

  /** The changes of a word's postings, by subject. */
  #editsOf(word: string): Map<string, Edits> {
    const { starts, changes } = this.#changesByWord();
    const edits = new Map<string, Edits>();
    const number = this.#list.numberOf(word);
    if (number === undefined) return edits;
    for (const packed of changes.subarray(starts[number], starts[number + 1])) {
      const weight = weightOf(packed);
      const listing = this.#listings[numberOf(packed)];
      if (!listing) throw new Error('there is no such listing');
      const subject = this.#subjects[listing.subject] ?? '';
      let ofSubject = edits.get(subject);
      if (!ofSubject) edits.set(subject, (ofSubject = { ids: [], weights: [] }));
      const { ids, weights } = ofSubject;
      if (ids.at(-1) === listing.id) {
        weights.push(Math.max(weights.pop() ?? 0, weight));
      } else {
        ids.push(listing.id);
        weights.push(weight);
      }
    }
    return edits;
  }

  #changesByWord(): ByWord {
    return (this.#byWord ??= groupByWord(this.#listings, this.#list.words.length));
  }
}

/** Sorts the listings by subject and id, and groups their changes by word. @param count number of words */
function groupByWord(listings: Listing[], count: number): ByWord {
  listings.sort((a, b) => a.subject - b.subject || a.id - b.id);
  const starts = new Uint32Array(count + 1);
  for (const { words } of listings) {
    for (const packed of words) starts[numberOf(packed) + 1] = (starts[numberOf(packed) + 1] ?? 0) + 1;
  }
  for (let number = 0; number < count; number += 1) {
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
  }
  const next = starts.slice();
  const changes = new Uint32Array(starts[count] ?? 0);
  for (const [index, { words }] of listings.entries()) {
    for (const packed of words) {
      const number = numberOf(packed);
      const at = next[number] ?? 0;
      changes[at] = pack(index, weightOf(packed));
      next[number] = at + 1;
    }
  }
  return { starts, changes };
}

/** Ids of questions in ascending order, and the new weight of a word in each; 0 if it was removed. */
interface Edits {
  ids: number[];
  weights: number[];
}

const noEdits: Edits = { ids: [], weights: [] };

/** @throws SearchIndexMismatch if a word is removed from a question that does not have it */
function mergePostings(subject: string, old: Postings | undefined, edits: Edits): Postings {
  // In a first build, nothing is removed, so this is the only case.
  if (!old && !edits.weights.includes(0)) {
    return { subject, ids: new Uint32Array(edits.ids), weights: new Uint8Array(edits.weights) };
  }
  const oldIds = old?.ids ?? new Uint32Array();
  const ids = new Uint32Array(oldIds.length + edits.ids.length);
  const weights = new Uint8Array(ids.length);
  let from = 0;
  let length = 0;
  const copyUpTo = (end: number) => {
    ids.set(oldIds.subarray(from, end), length);
    if (old) weights.set(old.weights.subarray(from, end), length);
    length += end - from;
    from = end;
  };
  for (const [index, id] of edits.ids.entries()) {
    const weight = edits.weights[index] ?? 0;
    copyUpTo(firstPosition(oldIds, (other) => other >= id));
    const isKnown = oldIds[from] === id;
    if (isKnown) from += 1;
    else if (weight === 0)
      throw new SearchIndexMismatch(
        `The search index has no posting of question ${id} for a word to remove.`,
      );
    if (weight === 0) continue;
    ids[length] = id;
    weights[length] = weight;
    length += 1;
  }
  copyUpTo(oldIds.length);
  return { subject, ids: ids.subarray(0, length), weights: weights.subarray(0, length) };
}

function rowOf({ id, slug, question, subject, otherSubjects }: QuestionWords): ResultRow {
  const canonical = otherSubjects.length > 0 ? ownCopy(subject) : undefined;
  return { id, slug: ownCopy(slug), question: ownCopy(question), subject: canonical };
}

function isSameRow(a: ResultRow, b: ResultRow): boolean {
  return a.id === b.id && a.slug === b.slug && a.question === b.question && a.subject === b.subject;
}

/** Whether two versions of a question have the same id and the same subjects. */
function haveSamePostingLists(a: QuestionWords, b: QuestionWords): boolean {
  const subjectsOf = ({ subject, otherSubjects }: QuestionWords) =>
    [subject, ...otherSubjects].sort().join(' ');
  return a.id === b.id && subjectsOf(a) === subjectsOf(b);
}

/** Two questions with the same id would be one question for the search. */
export function duplicateId(id: number, slug: string, otherSlug: string): UserError {
  return new UserError(`"${slug}" and "${otherSlug}" both have the id ${id}: give one of them another.`);
}
