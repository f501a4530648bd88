import { appendFileSync, closeSync, openSync, renameSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

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
  stamp?: string | undefined;
}

/** Like {@link Made}; addresses by their numbers in {@link Manifest.addresses}, since thousands of files share them. */
interface Recorded {
  key: string;
  size: number;
  targets: readonly number[];
  stamp?: string | undefined;
}

/** What a release consists of, whole or as far as it came. */
export interface Manifest {
  /** The key of the library that it was made of; empty where nobody said. */
  library: string;
  files: ReadonlyMap<string, Recorded>;
  addresses: readonly string[];
}

/** How the first line begins. Raised when the form changes: a release of another form is made anew. */
const form = ['release', 2] as const;

/** The first line; addresses that lines may name by number from the start. */
type Header = readonly [...typeof form, library: string, addresses: readonly string[]];

/** What the journal of a release begins with. */
export interface JournalOptions {
  /** The key of the library that the release is made of. */
  library?: string;
  /** The release from which most is carried over: its addresses keep their numbers. */
  base?: Manifest | undefined;
}

/** Lines that an interruption may lose. */
const linesAtOnce = 200;

/**
 * Writes down what a release consists of while it is made, a line for each file, so that nothing is made again after an
 * interruption. While it is written its name ends with `.journal`; a release is whole once it has another name.
 */
export class Journal {
  readonly #folder: string;
  readonly #file: number;
  readonly #library: string;
  readonly #base: Manifest | undefined;
  readonly #numbers: Map<string, number>;
  readonly #files = new Map<string, Recorded>();
  #unwritten: string[];

  /** Begins the journal of a release. @throws when it has one already */
  constructor(releaseFolder: string, { library = '', base }: JournalOptions = {}) {
    this.#folder = releaseFolder;
    this.#library = library;
    this.#base = base;
    const addresses = base?.addresses ?? [];
    this.#numbers = new Map(addresses.map((address, number) => [address, number]));
    const header: Header = [...form, library, addresses];
    this.#unwritten = [JSON.stringify(header)];
    this.#file = openSync(journalOf(releaseFolder), 'wx');
  }

  /** @throws when the disk is full, like the others */
  add({ path, key, size, targets, stamp }: Made): void {
    const numbers: number[] = [];
    const written = targets.map((target) => {
      const number = this.#numbers.get(target);
      numbers.push(number ?? this.#numbers.size);
      if (number === undefined) this.#numbers.set(target, this.#numbers.size);
      return number ?? target;
    });
    this.#record(path, { key, size, targets: numbers, stamp }, written);
  }

  /** Adds a file that was carried over as it is. */
  addCarried(path: string, file: Recorded, source: Manifest): void {
    if (source === this.#base) this.#record(path, file, file.targets);
    else this.add({ ...file, path, targets: file.targets.map((number) => source.addresses[number] ?? '') });
  }

  #record(path: string, file: Recorded, written: readonly (number | string)[]): void {
    const { key, size, stamp } = file;
    this.#files.set(path, file);
    const line: Line = stamp === undefined ? [path, key, size, written] : [path, key, size, written, stamp];
    this.#unwritten.push(JSON.stringify(line));
    if (this.#unwritten.length >= linesAtOnce) this.flush();
  }

  /** What was added so far. */
  get manifest(): Manifest {
    return { library: this.#library, files: this.#files, addresses: [...this.#numbers.keys()] };
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

/** Reads a manifest or a journal as far as its lines are sound: an interrupted one ends in the middle of a line. */
export async function readManifest(path: string): Promise<Manifest> {
  const files = new Map<string, Recorded>();
  const [first = '', ...lines] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const header = parse(first);
  if (!isHeader(header)) return { library: '', files, addresses: [] };
  const [, , library, known] = header;
  const addresses = [...known];
  for (const text of lines) {
    const line = parse(text);
    if (!isLine(line)) break;
    const [file, key, size, targets, stamp] = line;
    const numbers = targets.map((target) =>
      typeof target === 'number' ? target : addresses.push(target) - 1,
    );
    files.set(file, { key, size, targets: numbers, stamp });
  }
  return { library, files, addresses };
}

/** An address stands in full where it comes first, then by its number in that order. */
type Line = readonly [
  path: string,
  key: string,
  size: number,
  targets: readonly (string | number)[],
  stamp?: string,
];

/** Of half a line, nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is Header {
  if (!Array.isArray(value)) return false;
  const [name, version, library, addresses] = value as unknown[];
  return (
    name === form[0] &&
    version === form[1] &&
    typeof library === 'string' &&
    Array.isArray(addresses) &&
    addresses.every((address) => typeof address === 'string')
  );
}

/** By hand: there are hundreds of thousands of lines, of dozens of numbers each. */
function isLine(value: unknown): value is Line {
  if (!Array.isArray(value)) return false;
  const [path, key, size, targets, stamp] = value as unknown[];
  return (
    typeof path === 'string' &&
    typeof key === 'string' &&
    typeof size === 'number' &&
    Array.isArray(targets) &&
    targets.every((target) => typeof target === 'string' || typeof target === 'number') &&
    (stamp === undefined || typeof stamp === 'string')
  );
}
