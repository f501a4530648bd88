import { setImmediate } from 'node:timers/promises';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { listContent } from '@/lib/catalogue/content-folder';
import type { Entry } from '@/lib/catalogue/entry';
import { readSubjectNames, type SubjectNames } from '@/lib/catalogue/subjects';
import { stampOf } from '@/lib/files/file-stamp.mjs';

/** A question file as it was read. */
interface ReadFile {
  /** Of the file before it was read. */
  stamp: string;
  /** Undefined for a file with errors. */
  entry: Entry | undefined;
}

/** Files of which the stamps are taken in a row: then others have their turn. */
const stampsAtOnce = 500;

/** Gives the entries of some files of the content folder, in their order; nothing for one with errors. */
export type ReadEntries = (paths: readonly string[]) => Promise<(Entry | undefined)[]>;

/** What is known of a file with a stamp from before this program began; undefined where it must be read. */
export type RecallEntry = (path: string, stamp: string) => Entry | undefined;

/**
 * All entries of a content folder, kept up to date one file at a time. After {@link refresh}, and after {@link update} with all
 * that changed since then, it has the catalogue that a fresh load gives.
 */
export class ContentIndex {
  readonly #folder: string;
  readonly #readEntries: ReadEntries;
  #files = new Map<string, ReadFile>();
  #names: SubjectNames = {};
  #catalogue: Catalogue | undefined;

  constructor(folder: string, readEntries: ReadEntries) {
    this.#folder = folder;
    this.#readEntries = readEntries;
  }

  /** What `subjects.yaml` says. */
  get names(): SubjectNames {
    return this.#names;
  }

  /** Of the files that are known now. */
  get catalogue(): Catalogue {
    this.#catalogue ??= new Catalogue(this.entries(), this.#names);
    return this.#catalogue;
  }

  entries(): Entry[] {
    return [...this.#files.values()].flatMap(({ entry }) => entry ?? []);
  }

  /**
   * Looks at the whole folder and reads the files that are new or changed.
   *
   * @throws UserError when the folder cannot be read; then all is as it was
   */
  async refresh(recall: RecallEntry = () => undefined): Promise<void> {
    const [{ paths }, { names }] = await Promise.all([
      listContent(this.#folder),
      readSubjectNames(this.#folder),
    ]);
    const files = new Map<string, ReadFile>();
    const unread: string[] = [];
    for (const [index, path] of paths.entries()) {
      if (index % stampsAtOnce === stampsAtOnce - 1) await setImmediate();
      const stamp = stampOf(`${this.#folder}/${path}`);
      const known = this.#files.get(path);
      const entry = known ? undefined : recall(path, stamp);
      if (known?.stamp === stamp) files.set(path, known);
      else {
        // The order of the paths is that of the entries.
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
   * Reads known files again; where something else changed, looks at the whole folder.
   *
   * @param paths of all that changed within the folder
   * @throws UserError when the folder cannot be read; then all is as it was
   */
  async update(paths: readonly string[]): Promise<void> {
    if (!paths.every((path) => this.#files.has(path))) return this.refresh();
    const stamps = paths.map((path) => stampOf(`${this.#folder}/${path}`));
    const entries = await this.#readEntries(paths);
    for (const [index, path] of paths.entries()) {
      this.#set(path, { stamp: stamps[index] ?? '', entry: entries[index] });
    }
  }

  /** Takes over the entry of a known file that someone else has just read. */
  learn(path: string, entry: Entry): void {
    // The next refresh reads it again: when it was read is not known.
    if (this.#files.has(path)) this.#set(path, { stamp: '', entry });
  }

  #set(path: string, file: ReadFile): void {
    const known = this.#files.get(path);
    this.#files.set(path, file);
    // The catalogue has nothing of an answer.
    if (known?.entry?.shownHash !== file.entry?.shownHash) this.#catalogue = undefined;
  }
}
