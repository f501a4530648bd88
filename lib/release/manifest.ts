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
}

/** Like {@link Made}; addresses by their numbers in {@link Manifest.addresses}, since thousands of files share them. */
interface Recorded {
  key: string;
  size: number;
  targets: readonly number[];
}

/** What a release consists of, whole or as far as it came. */
export interface Manifest {
  files: ReadonlyMap<string, Recorded>;
  addresses: readonly string[];
}

/** The first line. Raised when the form changes: a release of another form is made anew. */
const header = JSON.stringify(['release', 1]);

/** Lines that an interruption may lose. */
const linesAtOnce = 200;

/**
 * Writes down what a release consists of while it is made, a line for each file, so that nothing is made again after an
 * interruption. While it is written its name ends with `.journal`; a release is whole once it has another name.
 */
export class Journal {
  readonly #folder: string;
  readonly #file: number;
  readonly #numbers = new Map<string, number>();
  readonly #files = new Map<string, Recorded>();
  #unwritten: string[] = [header];

  /** Begins the journal of a release. @throws when it has one already */
  constructor(releaseFolder: string) {
    this.#folder = releaseFolder;
    this.#file = openSync(journalOf(releaseFolder), 'wx');
  }

  /** @throws when the disk is full, like the others */
  add({ path, key, size, targets }: Made): void {
    const numbers: number[] = [];
    const written = targets.map((target) => {
      const number = this.#numbers.get(target);
      numbers.push(number ?? this.#numbers.size);
      if (number === undefined) this.#numbers.set(target, this.#numbers.size);
      return number ?? target;
    });
    this.#files.set(path, { key, size, targets: numbers });
    this.#unwritten.push(JSON.stringify([path, key, size, written]));
    if (this.#unwritten.length >= linesAtOnce) this.flush();
  }

  /** What was added so far. */
  get manifest(): Manifest {
    return { files: this.#files, addresses: [...this.#numbers.keys()] };
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
  const addresses: string[] = [];
  const [first, ...lines] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  if (first !== header) return { files, addresses };
  for (const text of lines) {
    const line = parseLine(text);
    if (!line) break;
    const [file, key, size, targets] = line;
    const numbers = targets.map((target) =>
      typeof target === 'number' ? target : addresses.push(target) - 1,
    );
    files.set(file, { key, size, targets: numbers });
  }
  return { files, addresses };
}

/** An address stands in full where it comes first, then by its number in that order. */
type Line = readonly [path: string, key: string, size: number, targets: readonly (string | number)[]];

function parseLine(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isLine(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** By hand: there are hundreds of thousands of lines, of dozens of numbers each. */
function isLine(value: unknown): value is Line {
  if (!Array.isArray(value)) return false;
  const [path, key, size, targets] = value as unknown[];
  return (
    typeof path === 'string' &&
    typeof key === 'string' &&
    typeof size === 'number' &&
    Array.isArray(targets) &&
    targets.every((target) => typeof target === 'string' || typeof target === 'number')
  );
}
