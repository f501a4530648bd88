import { limits } from '@/lib/limits';
import { UserError } from '@/lib/user-error';
import type { Postings } from '@/public/scripts/search/postings.js';
import { SearchIndexMismatch } from './mismatch';
import { firstPosition } from '@/lib/first-position';
import type { QuestionCounts } from './vocabulary';
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

/**
 * A change of a word in a question is packed into one number, `(subject * idRange + id) * weightRange +
 * weight`, so that millions fit into memory and sort fast. Weight 0 removes the word, unless another change
 * adds it.
 */
const weightRange = 256;
const idRange = limits.id + 1;

/** All changes of a word. */
interface WordCountChange extends QuestionCounts {
  postings: number[];
}

/** All differences between two libraries. */
export class Changes {
  readonly removedIds = new Set<number>();
  readonly addedRows = new Map<number, ResultRow>();
  readonly #subjects: readonly string[];
  readonly #ordinals: ReadonlyMap<string, number>;
  readonly #words = new Map<string, WordCountChange>();

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
    const before = change.before === undefined ? undefined : readWords(change.before);
    const after = change.after === undefined ? undefined : readWords(change.after);
    this.#addRow(before, after);
    const isSamePlace = before !== undefined && after !== undefined && haveSamePostingLists(before, after);
    if (before) this.#remove(before, isSamePlace ? after : undefined);
    if (after) this.#set(after, isSamePlace ? before : undefined);
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

  /** @param next the same question after the change; words that it still contains are not removed */
  #remove(question: QuestionWords, next: QuestionWords | undefined): void {
    for (const word of question.weights.keys()) {
      const change = this.#changeOf(word);
      if (question.titleTerms.has(word)) change.inTitles -= 1;
      if (next?.weights.has(word) === true) continue;
      change.inQuestions -= 1;
      this.#push(change, question, 0);
    }
  }

  /** @param previous the same question before the change */
  #set(question: QuestionWords, previous: QuestionWords | undefined): void {
    for (const [word, weight] of question.weights) {
      const change = this.#changeOf(word);
      if (question.titleTerms.has(word)) change.inTitles += 1;
      const previousWeight = previous?.weights.get(word);
      if (previousWeight === undefined) change.inQuestions += 1;
      if (previousWeight !== weight) this.#push(change, question, weight);
    }
  }

  #changeOf(word: string): WordCountChange {
    let change = this.#words.get(word);
    if (!change) {
      change = { word: ownCopy(word), inQuestions: 0, inTitles: 0, postings: [] };
      this.#words.set(change.word, change);
    }
    return change;
  }

  /** A search in one subject also finds questions whose canonical address is in another. */
  #push({ postings }: WordCountChange, { subject, otherSubjects, id }: QuestionWords, weight: number): void {
    for (const slug of [subject, ...otherSubjects]) {
      const ordinal = this.#ordinals.get(slug);
      if (ordinal === undefined) throw new Error(`${slug} is not among the subjects that are indexed`);
      postings.push((ordinal * idRange + id) * weightRange + weight);
    }
  }

  /** For each word, the change of the number of questions that contain it. */
  countChanges(): Iterable<QuestionCounts> {
    return this.#words.values();
  }

  /** The words whose postings change, sorted. */
  words(): string[] {
    return [...this.#words.values()]
      .flatMap(({ word, postings }) => (postings.length > 0 ? [word] : []))
      .sort();
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
    const sorted = new Float64Array(this.#words.get(word)?.postings ?? []).sort();
    const edits = new Map<string, Edits>();
    for (const [index, packed] of sorted.entries()) {
      const packedId = Math.floor(packed / weightRange);
      if (Math.floor((sorted[index + 1] ?? -1) / weightRange) === packedId) continue;
      const subject = this.#subjects[Math.floor(packedId / idRange)] ?? '';
      let ofSubject = edits.get(subject);
      if (!ofSubject) edits.set(subject, (ofSubject = { ids: [], weights: [] }));
      ofSubject.ids.push(packedId % idRange);
      ofSubject.weights.push(packed % weightRange);
    }
    return edits;
  }
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

/** Copies a substring, because V8 keeps the whole text in memory for each substring. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
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
