import { setImmediate } from 'node:timers/promises';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { listContent } from '@/lib/catalogue/content-folder';
import type { Entry } from '@/lib/catalogue/entry';
import { readSubjectNames, type SubjectNames } from '@/lib/catalogue/subjects';
import { stampOf } from '@/lib/files/file-stamp.mjs';

/** A question file at the time it was read. */
interface ReadFile {
  /** Stamp taken before the file was read. */
  stamp: string;
  /** Undefined for a file with errors. */
  entry: Entry | undefined;
}

/** Number of stamps taken without interruption; then other tasks may run. */
const stampsAtOnce = 500;

/** Reads the entries of some files, in their order; undefined for a file with errors. */
export type ReadEntries = (paths: readonly string[]) => Promise<(Entry | undefined)[]>;

/** Returns the stored entry of a file with a stamp; undefined if the file must be read. */
export type RecallEntry = (path: string, stamp: string) => Entry | undefined;

/**
 * All entries of a content folder, updated file by file. After {@link refresh}, and after {@link update} with
 * all later changes, its catalogue equals the result of `loadCatalogue`.
 */
export class EntryStore {
  readonly #folder: string;
  readonly #readEntries: ReadEntries;
  #files = new Map<string, ReadFile>();
  #names: SubjectNames = {};
  #catalogue: Catalogue | undefined;

  constructor(folder: string, readEntries: ReadEntries) {
    this.#folder = folder;
    this.#readEntries = readEntries;
  }

  /** The contents of `subjects.yaml`. */
  get names(): SubjectNames {
    return this.#names;
  }

  /** The catalogue of the known files. */
  get catalogue(): Catalogue {
    this.#catalogue ??= new Catalogue(this.entries(), this.#names);
    return this.#catalogue;
  }

  entries(): Entry[] {
    return [...this.#files.values()].flatMap(({ entry }) => entry ?? []);
  }

  /**
   * Lists the whole folder and reads new and changed files.
   *
   * @throws UserError if the folder cannot be read; the index does not change then
   */
  async refresh(recall: RecallEntry = () => undefined): Promise<void> {
    const { paths } = listContent(this.#folder);
    const { names } = readSubjectNames(this.#folder);
    const files = new Map<string, ReadFile>();
    const unread: string[] = [];
    for (const [index, path] of paths.entries()) {
      if (index % stampsAtOnce === stampsAtOnce - 1) await setImmediate();
      const stamp = stampOf(`${this.#folder}/${path}`);
      const known = this.#files.get(path);
      const entry = known ? undefined : recall(path, stamp);
      if (known?.stamp === stamp) files.set(path, known);
      else {
        // The order of paths is that of the entries.
        files.set(path, { stamp, entry });
        if (!entry) unread.push(path);
      }
    }
    const read = await this.#readEntries(unread);
    for (const [index, path] of unread.entries()) {
      const file = files.get(path);
      if (file) file.entry = read[index];
    }
    this.#files = files;
    this.#names = names;
    this.#catalogue = undefined;
  }

  /**
   * Reads known files again; lists the whole folder if anything else changed.
   *
   * @param paths of all changes within the folder
   * @throws UserError if the folder cannot be read; the index does not change then
   */
  async update(paths: readonly string[]): Promise<void> {
    if (!paths.every((path) => this.#files.has(path))) return this.refresh();
    const stamps = paths.map((path) => stampOf(`${this.#folder}/${path}`));
    const entries = await this.#readEntries(paths);
    for (const [index, path] of paths.entries()) {
      this.#set(path, { stamp: stamps[index] ?? '', entry: entries[index] });
    }
  }

  /** Stores the entry of a known file that another part of the preview has just read. */
  learn(path: string, entry: Entry): void {
    // Without a stamp, because the time of reading is unknown; the next refresh reads the file again.
    if (this.#files.has(path)) this.#set(path, { stamp: '', entry });
  }

  #set(path: string, file: ReadFile): void {
    const known = this.#files.get(path);
    this.#files.set(path, file);
    // A change of the answer alone does not affect the catalogue.
    if (known?.entry?.shownHash !== file.entry?.shownHash) this.#catalogue = undefined;
  }
}
