import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { linkFile } from './link-file';
import {
  partOf,
  PartWriter,
  readPart,
  readSubjectKeys,
  sitePart,
  type Made,
  type Part,
  type Recorded,
  type SubjectKeys,
} from './part';

/** What a release consists of, whole or as far as it came. Its parts are read when they are asked for. */
export interface Manifest {
  /** The names of its parts. */
  names: readonly string[];
  /** One without files where it has none of that name. */
  part: (name: string) => Part;
  /** What a subject's part was made of. */
  keysOf: (name: string) => SubjectKeys | undefined;
  /** The file that holds a part. */
  fileOf: (name: string) => string;
}

/** What the journal of a release begins with. */
export interface JournalOptions {
  /** What each subject of the release is made of, by its slug. */
  keys?: ReadonlyMap<string, SubjectKeys>;
  /** The release from which most is carried over. */
  base?: Manifest | undefined;
}

/** Lines that an interruption may lose. */
const linesAtOnce = 200;

/** Of a part that nobody said what it is made of. */
const noKeys: SubjectKeys = { shown: '', whole: '' };

/**
 * Writes down what a release consists of while it is made, a line for each file, so that nothing is made again after an
 * interruption. While it is written its name ends with `.journal`; a release is whole once it has another name.
 */
export class Journal {
  readonly #folder: string;
  readonly #keys: ReadonlyMap<string, SubjectKeys>;
  readonly #base: Manifest | undefined;
  readonly #writers = new Map<string, PartWriter>();
  readonly #made: { path: string; size: number }[] = [];
  #unwritten = 0;

  /** Begins the journal of a release. @throws when it has one already */
  constructor(releaseFolder: string, { keys = new Map(), base }: JournalOptions = {}) {
    this.#folder = releaseFolder;
    this.#keys = keys;
    this.#base = base;
    mkdirSync(journalOf(releaseFolder));
  }

  /** @throws when the disk is full, like the others */
  add(file: Made): void {
    const { path, size } = file;
    this.#made.push({ path, size });
    this.#writerOf(partOf(path)).add(file);
    this.#flushNowAndThen();
  }

  /** Adds a file that was carried over as it is. */
  addCarried(path: string, file: Recorded, source: Manifest): void {
    const name = partOf(path);
    this.#writerOf(name).addCarried(path, file, source.part(name));
    this.#flushNowAndThen();
  }

  /** Adds a part of another release as it is, of which nothing else was added. */
  adopt(name: string, source: Manifest): void {
    linkFile(source.fileOf(name), partFile(journalOf(this.#folder), name));
  }

  /** The files that were added one by one and are not as they were elsewhere. */
  get made(): readonly { path: string; size: number }[] {
    return this.#made;
  }

  /** The parts to which something was added, by their names. */
  get parts(): Map<string, Part> {
    return new Map([...this.#writers].map(([name, writer]) => [name, writer.part]));
  }

  /** Writes down what was added, also of an unfinished release. */
  flush(): void {
    this.#unwritten = 0;
    for (const writer of this.#writers.values()) writer.flush();
  }

  /** Writes the rest down, and says that the release is whole. */
  complete(): void {
    this.#writerOf(sitePart);
    for (const writer of this.#writers.values()) writer.complete();
    renameSync(journalOf(this.#folder), manifestOf(this.#folder));
  }

  #writerOf(name: string): PartWriter {
    let writer = this.#writers.get(name);
    if (!writer) {
      const file = partFile(journalOf(this.#folder), name);
      writer = new PartWriter(file, this.#keys.get(name) ?? noKeys, this.#base?.part(name));
      this.#writers.set(name, writer);
    }
    return writer;
  }

  #flushNowAndThen(): void {
    this.#unwritten += 1;
    if (this.#unwritten >= linesAtOnce) this.flush();
  }
}

export const manifestEnding = '.manifest';
export const journalEnding = '.journal';

/** The folder that says what a release consists of. */
export function manifestOf(releaseFolder: string): string {
  return releaseFolder + manifestEnding;
}

/** The same of a release that is not finished. */
export function journalOf(releaseFolder: string): string {
  return releaseFolder + journalEnding;
}

/** Whether a release is whole. */
export function hasManifest(releaseFolder: string): boolean {
  return existsSync(partFile(manifestOf(releaseFolder), sitePart));
}

/** Removes a release's manifest; it counts for none from the first moment. */
export function removeManifest(releaseFolder: string): void {
  const folder = manifestOf(releaseFolder);
  rmSync(partFile(folder, sitePart), { force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Opens a manifest or a journal. One that is not there has no parts. */
export function openManifest(folder: string): Manifest {
  const parts = new Map<string, Part>();
  const fileOf = (name: string) => partFile(folder, name);
  return {
    names: namesIn(folder),
    fileOf,
    keysOf: (name) => readSubjectKeys(fileOf(name)),
    part: (name) => {
      let part = parts.get(name);
      if (!part) {
        part = readPart(fileOf(name));
        parts.set(name, part);
      }
      return part;
    },
  };
}

/** The files that hold the parts of a manifest, as inodes: what was adopted is one file of several manifests. */
export function partFiles({ names, fileOf }: Manifest): Map<string, number> {
  return new Map(names.map((name) => [name, statSync(fileOf(name)).ino]));
}

/** Every file of a manifest. */
export function* filesOf({ names, part }: Manifest): Generator<[path: string, file: Recorded]> {
  for (const name of names) yield* part(name).files;
}

const siteFile = 'site';
const subjectStart = 'learn.';

function partFile(folder: string, name: string): string {
  return join(folder, name === sitePart ? siteFile : subjectStart + name);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((file) =>
      file === siteFile ? sitePart : file.slice(subjectStart.length),
    );
  } catch {
    return [];
  }
}
