import { appendFileSync, closeSync, openSync, readFileSync, renameSync } from 'node:fs';

import { z } from 'zod';

/** A file of a release. */
export interface Made {
  /** Where it lies within the release, with `/` between the parts. */
  path: string;
  /** Stands for everything that its bytes are made of. */
  key: string;
  /** In bytes. */
  size: number;
  /** Addresses within the site that it leads to. */
  targets: readonly string[];
  /** Of a page: what changes whenever what only this page shows does. */
  stamp?: string;
}

/** What a manifest says of a file. */
export interface Recorded {
  /** All of it, as it is written; what a file leads to is hardly ever asked of hundreds of thousands. */
  line: string;
  key: string;
  size: number;
  /** Empty where there is none. */
  stamp: string;
}

/** What a release consists of, whole or as far as it came. */
export interface Manifest {
  /** The key of each subject that it was made of, by its slug. */
  subjects: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, Recorded>;
  addresses: readonly string[];
}

/** The form of manifests. Raised when it changes: a release of another form is made anew. */
const form = 4;

/** The first line, as JSON. */
const headerSchema = z.tuple([
  z.literal('release'),
  z.literal(form),
  z.array(z.tuple([z.string(), z.string()])),
]);

type Header = z.infer<typeof headerSchema>;

/** What the journal of a release begins with. */
export interface JournalOptions {
  /** The key of each subject that the release is made of, by its slug. */
  subjects?: ReadonlyMap<string, string>;
  /** The release from which most is carried over: its addresses keep their numbers. */
  base?: Manifest | undefined;
}

/**
 * A line has an address, which gets the next number; or the path, key, size and stamp of a file, and the numbers of the
 * addresses that it leads to. Addresses and paths are written as in a link, so that nothing in them divides lines.
 */
const separator = '\t';

/** Lines that an interruption may lose. */
const linesAtOnce = 200;

/**
 * Writes down what a release consists of while it is made, a line for each file, so that nothing is made again after an
 * interruption. While it is written its name ends with `.journal`; a release is whole once it has another name.
 */
export class Journal {
  readonly #folder: string;
  readonly #file: number;
  readonly #subjects: ReadonlyMap<string, string>;
  readonly #base: Manifest | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #files = new Map<string, Recorded>();
  readonly #made: { path: string; size: number }[] = [];
  #unwritten: string[];

  /** Begins the journal of a release. @throws when it has one already */
  constructor(releaseFolder: string, { subjects = new Map(), base }: JournalOptions = {}) {
    this.#folder = releaseFolder;
    this.#subjects = subjects;
    this.#base = base;
    const addresses = base?.addresses ?? [];
    for (const address of addresses) this.#numbers.set(address, this.#numbers.size);
    const header: Header = ['release', form, [...subjects]];
    this.#unwritten = [JSON.stringify(header), ...addresses.map(encode)];
    this.#file = openSync(journalOf(releaseFolder), 'wx');
  }

  /** @throws when the disk is full, like the others */
  add(file: Made): void {
    const { path, size, targets } = file;
    this.#made.push({ path, size });
    this.#record(
      path,
      record(
        file,
        targets.map((target) => this.#numberOf(target)),
      ),
    );
  }

  /** Adds a file that was carried over as it is. */
  addCarried(path: string, file: Recorded, source: Manifest): void {
    if (source === this.#base) this.#record(path, file);
    else this.add({ ...file, path, targets: targetsOf(file, source) });
  }

  #record(path: string, file: Recorded): void {
    this.#files.set(path, file);
    this.#write(file.line);
  }

  #numberOf(address: string): number {
    const known = this.#numbers.get(address);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(address, number);
    this.#write(encode(address));
    return number;
  }

  #write(line: string): void {
    this.#unwritten.push(line);
    if (this.#unwritten.length >= linesAtOnce) this.flush();
  }

  /** The files that were not carried over from the release from which most are. */
  get made(): readonly { path: string; size: number }[] {
    return this.#made;
  }

  /** What was added so far. */
  get manifest(): Manifest {
    return { subjects: this.#subjects, files: this.#files, addresses: [...this.#numbers.keys()] };
  }

  /** Writes down what was added. */
  flush(): void {
    const lines = this.#unwritten.map((line) => `${line}\n`).join('');
    this.#unwritten = [];
    appendFileSync(this.#file, lines);
  }

  /** Ends an unfinished release's journal. */
  close(): void {
    this.flush();
    closeSync(this.#file);
  }

  /** Ends the journal, and says that the release is whole. */
  complete(): void {
    this.close();
    renameSync(journalOf(this.#folder), manifestOf(this.#folder));
  }
}

export const manifestEnding = '.manifest';
export const journalEnding = '.journal';

export function manifestOf(releaseFolder: string): string {
  return releaseFolder + manifestEnding;
}

export function journalOf(releaseFolder: string): string {
  return releaseFolder + journalEnding;
}

/** What a manifest says of a file. @param numbers those of the addresses that it leads to */
export function record(
  { path, key, size, stamp = '' }: Omit<Made, 'targets'>,
  numbers: readonly number[],
): Recorded {
  const line = [encode(path), key, size, stamp, numbers.join(' ')].join(separator);
  return { line, key, size, stamp };
}

/** Addresses within the site that a file of a manifest leads to. */
export function targetsOf({ line }: Recorded, { addresses }: Pick<Manifest, 'addresses'>): string[] {
  const numbers = line.slice(line.lastIndexOf(separator) + 1);
  return numbers === '' ? [] : numbers.split(' ').map((number) => addresses[Number(number)] ?? '');
}

/** Reads a manifest or a journal as far as its lines are sound: an interrupted one ends in the middle of a line. */
export function readManifest(path: string): Manifest {
  const files = new Map<string, Recorded>();
  const addresses: string[] = [];
  const text = readText(path);
  let end = text.indexOf('\n');
  const subjects = readHeader(text.slice(0, end));
  if (!subjects) return { subjects: new Map(), files, addresses };
  for (let start = end + 1; ; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end === -1) break;
    const line = text.slice(start, end);
    const [name = '', key, size, stamp, targets] = line.split(separator);
    if (key === undefined) addresses.push(decodeAddress(name));
    else if (stamp === undefined || targets === undefined) break;
    else files.set(decodeAddress(name), { line, key, size: Number(size), stamp });
  }
  return { subjects, files, addresses };
}

/** As in a link. Most paths and addresses are the same there, which is quicker to see. */
function encode(text: string): string {
  return /^[\w./-]*$/.test(text) ? text : encodeURI(text);
}

/** The inverse of {@link encode}, as a server reads an address; what is none stays as it is. */
export function decodeAddress(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** Empty where there is none. All at once and byte by byte, since it may have a hundred megabytes. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** What the first line says of subjects, if it is one. */
function readHeader(line: string): Map<string, string> | undefined {
  try {
    const [, , subjects] = headerSchema.parse(JSON.parse(line));
    return new Map(subjects);
  } catch {
    return undefined;
  }
}
