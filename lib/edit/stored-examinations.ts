import { closeSync, fstatSync, openSync } from 'node:fs';

import { detailsOf, type Entry, type EntryDetails } from '@/lib/catalogue/entry';
import { readFully } from '@/lib/files/read-fully';
import { parseJson } from '@/lib/parse-json';
import { questionPath } from '@/lib/site';
import { UserError } from '@/lib/user-error';
import type { Examination } from './examine';

/** The examinations of some files by path, each with the stamp that the file had. */
export type ExaminedFiles = Map<string, { stamp: string; examination: Examination }>;

/**
 * The stored form of examinations: its length in bytes, this as JSON, then the details of each file as JSON.
 * A build needs the details of few files. They are most of the bytes, and are read on first use.
 */
interface Stored {
  /** Every subject with each of its spellings. */
  subjects: Entry['subject'][];
  files: StoredFile[];
}

type StoredFile = [
  path: string,
  stamp: string,
  /** Length of its details in bytes. */
  length: number,
  /** Null for a file with an error. */
  entry: StoredEntryHead | null,
  /** Only the members that are not empty; null if all are. */
  rare: Partial<Rare> | null,
];

/** The fields of an entry that are neither details nor parts of its path. */
type StoredEntryHead = [
  /** Position in {@link Stored.subjects}. */
  subject: number,
  id: number,
  date: string,
  hash: string,
  shownHash: string,
  relatedInOtherSubjects: readonly string[],
  canonical: string | null,
];

/** The parts of an examination that few files have. */
type Rare = Pick<Examination, 'unfinished' | 'problems' | 'links' | 'images'>;

interface Details extends Pick<Examination, 'places' | 'anchors' | 'signature' | 'answerHash'> {
  entry: EntryDetails | undefined;
}

/** Number of digits and spaces of the length. */
const lengthDigits = 12;

/** Writes examinations for {@link readExaminations}. */
export function writeExaminations(files: ExaminedFiles): Uint8Array {
  const stored: Stored = { subjects: [], files: [] };
  const positions = new Map<string, number>();
  const positionOf = (subject: Entry['subject']) => {
    const key = JSON.stringify(subject);
    const position = positions.get(key) ?? stored.subjects.push(subject) - 1;
    positions.set(key, position);
    return position;
  };
  const parts: Uint8Array[] = [];
  for (const [path, { stamp, examination }] of files) {
    const details =
      examination instanceof StoredExamination ? examination.details.bytes : writeDetails(examination);
    parts.push(details);
    const { entry } = examination;
    const head = entry ? headOf(entry, positionOf(entry.subject)) : null;
    stored.files.push([path, stamp, details.length, head, rareOf(examination)]);
  }
  const text = Buffer.from(JSON.stringify(stored));
  return Buffer.concat([Buffer.from(String(text.length).padStart(lengthDigits)), text, ...parts]);
}

/**
 * Reads a file with the result of {@link writeExaminations}. Keeps it open as long as an examination is in
 * use, so that another command can replace it.
 *
 * @returns no examinations if the file is damaged
 * @throws Error if there is no file, or if it cannot be read
 */
export function readExaminations(path: string): ExaminedFiles {
  const source = new OpenFile(path);
  let start = lengthDigits + Number(source.read(0, lengthDigits).toString());
  const parsed = start <= source.size ? parseJson(source.read(lengthDigits, start).toString()) : undefined;
  const files: ExaminedFiles = new Map();
  if (typeof parsed !== 'object' || parsed === null || !('files' in parsed)) return files;
  // Written by this version of the code: each version has its own folder.
  const stored = parsed as Stored;
  for (const [file, stamp, length, head, rare] of stored.files) {
    const details = new StoredDetails(source, start, (start += length));
    const subject = head && stored.subjects[head[0]];
    const entry = subject ? new StoredEntry(file, subject, head, details) : undefined;
    files.set(file, { stamp, examination: new StoredExamination(entry, rare, details) });
  }
  if (start !== source.size) files.clear();
  return files;
}

function headOf(entry: Entry, subject: number): StoredEntryHead {
  const { id, date, hash, shownHash, relatedInOtherSubjects, canonical = null } = entry;
  return [subject, id, date, hash, shownHash, relatedInOtherSubjects, canonical];
}

function rareOf({ unfinished, problems, links, images }: Examination): Partial<Rare> | null {
  const rare = {
    ...(unfinished && { unfinished }),
    ...(problems.length > 0 && { problems }),
    ...(links.length > 0 && { links }),
    ...(images.length > 0 && { images }),
  };
  return Object.keys(rare).length > 0 ? rare : null;
}

function writeDetails({ entry, places, anchors, signature, answerHash }: Examination): Uint8Array {
  const details: Details = { entry: entry && detailsOf(entry), places, anchors, signature, answerHash };
  return Buffer.from(JSON.stringify(details));
}

const unused = new FinalizationRegistry(closeSync);

/** A file that stays open until this object is no longer in use. */
class OpenFile {
  readonly path: string;
  readonly size: number;
  readonly #file: number;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'r');
    unused.register(this, this.#file);
    this.size = fstatSync(this.#file).size;
  }

  read(start: number, end: number): Buffer {
    const bytes = Buffer.allocUnsafe(end - start);
    return bytes.subarray(0, readFully(this.#file, bytes, start));
  }
}

/** The details of a file, as a part of a stored file. */
class StoredDetails {
  readonly #source: OpenFile;
  readonly #start: number;
  readonly #end: number;
  #parsed: Details | undefined;

  constructor(source: OpenFile, start: number, end: number) {
    this.#source = source;
    this.#start = start;
    this.#end = end;
  }

  get bytes(): Buffer {
    return this.#source.read(this.#start, this.#end);
  }

  /** @throws UserError if the file is damaged */
  get parsed(): Details {
    if (!this.#parsed) {
      const parsed = parseJson(this.bytes.toString());
      if (typeof parsed !== 'object' || parsed === null) {
        throw new UserError(`${this.#source.path} is damaged: delete it and run the command again.`);
      }
      // Written by this version of the code.
      this.#parsed = parsed as Details;
    }
    return this.#parsed;
  }
}

/** One list instead of several for each file: a large library has 150,000 files. */
const none: readonly never[] = [];

class StoredExamination implements Examination {
  readonly entry: Entry | undefined;
  readonly unfinished: Entry | undefined;
  readonly problems: Examination['problems'];
  readonly links: Examination['links'];
  readonly images: Examination['images'];
  readonly details: StoredDetails;

  constructor(entry: Entry | undefined, rare: Partial<Rare> | null, details: StoredDetails) {
    this.entry = entry;
    this.unfinished = rare?.unfinished;
    this.problems = rare?.problems ?? none;
    this.links = rare?.links ?? none;
    this.images = rare?.images ?? none;
    this.details = details;
  }

  get places() {
    return this.details.parsed.places;
  }

  get anchors() {
    return this.details.parsed.anchors;
  }

  get signature() {
    return this.details.parsed.signature;
  }

  get answerHash() {
    return this.details.parsed.answerHash;
  }
}

/** An error instead of a copy without details: a function cannot be sent to a thread or process. */
function notPlainData(): void {
  throw new Error('an entry from the cache of the check is not plain data');
}

class StoredEntry implements Entry {
  readonly toJSON = notPlainData;
  readonly id: number;
  readonly address: string;
  readonly slug: string;
  readonly subject: Entry['subject'];
  readonly date: string;
  readonly canonical: string | undefined;
  readonly path: string;
  readonly hash: string;
  readonly shownHash: string;
  readonly relatedInOtherSubjects: readonly string[];
  readonly #details: StoredDetails;

  constructor(path: string, subject: Entry['subject'], head: StoredEntryHead, details: StoredDetails) {
    const [, id, date, hash, shownHash, relatedInOtherSubjects, canonical] = head;
    this.id = id;
    this.date = date;
    this.hash = hash;
    this.shownHash = shownHash;
    this.relatedInOtherSubjects = relatedInOtherSubjects;
    this.canonical = canonical ?? undefined;
    this.path = path;
    this.subject = subject;
    this.slug = path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
    this.address = questionPath(subject.slug, this.slug);
    this.#details = details;
  }

  get #shown(): EntryDetails {
    const { entry } = this.#details.parsed;
    if (!entry) throw new Error(`The stored examination of ${this.path} has no entry`);
    return entry;
  }

  get title() {
    return this.#shown.title;
  }

  get question() {
    return this.#shown.question;
  }

  get author() {
    return this.#shown.author;
  }

  get dateFormat() {
    return this.#shown.dateFormat;
  }

  get postOnText() {
    return this.#shown.postOnText;
  }

  get titleSuffix() {
    return this.#shown.titleSuffix;
  }

  get description() {
    return this.#shown.description;
  }

  get shortAnswer() {
    return this.#shown.shortAnswer;
  }

  get sources() {
    return this.#shown.sources;
  }

  get keywords() {
    return this.#shown.keywords;
  }

  get related() {
    return this.#shown.related;
  }
}
