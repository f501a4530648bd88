import { appendFileSync, closeSync, openSync, readFileSync, readSync } from 'node:fs';

import { z } from 'zod';

import { slugPattern } from '@/lib/site';

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

/** What a manifest says of a file. */
export interface Recorded {
  /** All of it, as it is written; what a file leads to is hardly ever asked of hundreds of thousands. */
  line: string;
  key: string;
  size: number;
  /** Empty where there is none. */
  stamp: string;
}

/** What the files of a subject are made of. */
export interface SubjectKeys {
  /** Stands for all that its pages show but answers. */
  shown: string;
  /** Stands for everything that any of its files is made of. */
  whole: string;
}

/** The files of a release that belong to one subject, or to none. */
export interface Part {
  files: ReadonlyMap<string, Recorded>;
  addresses: readonly string[];
}

/** A part as its file has it. */
export interface ReadPart extends Part {
  /** Whether it was written to its end. */
  isWhole: boolean;
}

/** The part of a manifest that has a file or a folder of a release: the subject's below whose address it lies, or the site's. */
export function partOf(path: string): string {
  return subjectOfPath.exec(path)?.[1] ?? sitePart;
}

const subjectOfPath = new RegExp(`^learn/(${slugPattern})(?:[/.]|$)`);

/** The part of what belongs to no subject; no subject's slug is empty. */
export const sitePart = '';

/** The form of parts. Raised when it changes: a release of another form is made anew. */
const form = 4;

/** The first line, as JSON. */
const headerSchema = z.tuple([z.literal('release'), z.literal(form), z.string(), z.string()]);

/** Bytes that no first line is longer than. */
const headerBytes = 256;

/**
 * A line has an address, which gets the next number; or the path, key, size and stamp of a file, and the numbers of the
 * addresses that it leads to. Addresses and paths are written as in a link, so that nothing in them divides lines.
 */
const separator = '\t';

/** The last line. */
const endMark = separator;

/** Writes a part down while its files are made. */
export class PartWriter {
  readonly #path: string;
  readonly #base: Part | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #files = new Map<string, Recorded>();
  #unwritten: string[];

  /**
   * @param path of its file, which is not there yet
   * @param base from which most is carried over: its addresses keep their numbers
   */
  constructor(path: string, { shown, whole }: SubjectKeys, base: Part | undefined) {
    this.#path = path;
    this.#base = base;
    const addresses = base?.addresses ?? [];
    for (const address of addresses) this.#numbers.set(address, this.#numbers.size);
    const header: z.infer<typeof headerSchema> = ['release', form, shown, whole];
    this.#unwritten = [JSON.stringify(header), ...addresses.map(encode)];
  }

  add(file: Made): void {
    const numbers = file.targets.map((target) => this.#numberOf(target));
    this.#record(file.path, record(file, numbers));
  }

  /** Adds a file that was carried over as it is. */
  addCarried(path: string, file: Recorded, source: Part): void {
    if (source === this.#base) this.#record(path, file);
    else this.add({ ...file, path, targets: targetsOf(file, source) });
  }

  /** What was added so far. */
  get part(): Part {
    return { files: this.#files, addresses: [...this.#numbers.keys()] };
  }

  /** Writes down what was added. @throws when the disk is full */
  flush(): void {
    if (this.#unwritten.length === 0) return;
    const lines = this.#unwritten.map((line) => `${line}\n`).join('');
    this.#unwritten = [];
    appendFileSync(this.#path, lines);
  }

  /** Writes down the rest, and that it is all. */
  complete(): void {
    this.#unwritten.push(endMark);
    this.flush();
  }

  #record(path: string, file: Recorded): void {
    this.#files.set(path, file);
    this.#unwritten.push(file.line);
  }

  #numberOf(address: string): number {
    const known = this.#numbers.get(address);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(address, number);
    this.#unwritten.push(encode(address));
    return number;
  }
}

/** What a manifest says of a file. @param numbers those of the addresses that it leads to */
export function record(
  { path, key, size, stamp = '' }: Omit<Made, 'targets'>,
  numbers: readonly number[],
): Recorded {
  const line = [encode(path), key, size, stamp, numbers.join(' ')].join(separator);
  return { line, key, size, stamp };
}

/** Addresses within the site that a file of a part leads to. */
export function targetsOf({ line }: Recorded, { addresses }: Pick<Part, 'addresses'>): string[] {
  const numbers = line.slice(line.lastIndexOf(separator) + 1);
  return numbers === '' ? [] : numbers.split(' ').map((number) => addresses[Number(number)] ?? '');
}

/** Reads a part as far as its lines are sound: an interrupted one ends in the middle of a line. */
export function readPart(path: string): ReadPart {
  const files = new Map<string, Recorded>();
  const addresses: string[] = [];
  const isWhole = scanPart(path, addresses, (name, size, line) => {
    const [, key = '', , stamp = ''] = line.split(separator);
    files.set(name, { line, key, size, stamp });
  });
  return { files, addresses, isWhole };
}

/** What carrying a part over needs to know of it, which is read in a fraction of the time. */
export interface PartContents {
  paths: string[];
  /** Of each file, in bytes. */
  sizes: number[];
  addresses: string[];
  isWhole: boolean;
}

export function readPartContents(path: string): PartContents {
  const paths: string[] = [];
  const sizes: number[] = [];
  const addresses: string[] = [];
  const isWhole = scanPart(path, addresses, (name, size) => {
    paths.push(name);
    sizes.push(size);
  });
  return { paths, sizes, addresses, isWhole };
}

/** Goes through the lines of a part as far as they are sound. @returns whether it was written to its end */
function scanPart(
  path: string,
  addresses: string[],
  onFile: (path: string, size: number, line: string) => void,
): boolean {
  const text = readText(path);
  let end = text.indexOf('\n');
  if (!readHeader(text.slice(0, end))) return false;
  for (let start = end + 1; ; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end === -1) return false;
    const line = text.slice(start, end);
    if (line === endMark) return true;
    const nameEnd = line.indexOf(separator);
    if (nameEnd === -1) {
      addresses.push(decodeAddress(line));
      continue;
    }
    const keyEnd = line.indexOf(separator, nameEnd + 1);
    const sizeEnd = line.indexOf(separator, keyEnd + 1);
    if (keyEnd === -1 || sizeEnd === -1) return false;
    onFile(decodeAddress(line.slice(0, nameEnd)), Number(line.slice(keyEnd + 1, sizeEnd)), line);
  }
}

/** What a part was made of, without reading all of it; undefined where there is no such part. */
export function readSubjectKeys(path: string): SubjectKeys | undefined {
  const bytes = Buffer.alloc(headerBytes);
  try {
    const file = openSync(path, 'r');
    const length = readSync(file, bytes);
    closeSync(file);
    const [line = ''] = bytes.toString('latin1', 0, length).split('\n');
    return readHeader(line);
  } catch {
    return undefined;
  }
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

/** Empty where there is none. All at once and byte by byte, since it may have tens of megabytes. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function readHeader(line: string): SubjectKeys | undefined {
  try {
    const [, , shown, whole] = headerSchema.parse(JSON.parse(line));
    return { shown, whole };
  } catch {
    return undefined;
  }
}
