import {
  appendFileSync,
  closeSync,
  fstatSync,
  openSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';

import { readFully } from '@/lib/files/read-fully';
import type { ListedPage } from '@/lib/seo/sitemap';
import { isSystemError } from '@/lib/system-error';
import type { FileRecord } from '../artifacts/artifact';

/** What identifies a section of a release: the files of one subject, or other files that are planned together. */
export interface SectionHead {
  name: string;
  /** Hash of everything that the pages of a subject show besides answers; empty if there is no subject. */
  context: string;
  /**
   * Hash of all inputs of the files: sections with the same name and key have the same files. Empty if some
   * files are missing or if the inputs are not hashed.
   */
  key: string;
  /** The sitemaps of a subject, as the index of sitemaps lists them. */
  sitemaps: readonly ListedPage[];
}

/** A section of an index. */
export class IndexSection implements SectionHead {
  readonly name: string;
  readonly context: string;
  readonly key: string;
  readonly sitemaps: readonly ListedPage[];
  /** One line for each file. Sections with the same lines have the same files. */
  readonly lines: string;
  readonly #known: ReadonlyMap<string, FileRecord> | undefined;
  #files: ReadonlyMap<string, FileRecord> | undefined;

  /** @param known the files, if they are not in `lines` */
  constructor(
    { name, context, key, sitemaps }: SectionHead,
    lines: string,
    known?: ReadonlyMap<string, FileRecord>,
  ) {
    this.name = name;
    this.context = context;
    this.key = key;
    this.sitemaps = sitemaps;
    this.lines = lines;
    this.#known = known;
  }

  /** The number of files. */
  get count(): number {
    return this.#known?.size ?? this.lines.split('\n').length - 1;
  }

  /** The files by path. Parsed on first use: most builds need the files of few sections. */
  get files(): ReadonlyMap<string, FileRecord> {
    return (this.#files ??= this.#known ?? new Map(parseLines(this.lines).map((file) => [file.path, file])));
  }
}

/** The files of a finished or unfinished release, by the name of their section. */
export type ReleaseIndex = ReadonlyMap<string, IndexSection>;

/**
 * The first line. The number increases with each change of the format. Files of a release with another format
 * are not kept.
 */
const header = 'release-index 6';

/** The last line of a complete index. */
const end = 'end';

/** Maximum length of the first line of an index or of a section, with a list of sitemaps. */
const longestHead = 65_536;

const separator = '\t';
const sectionMark = 'section';

/** An index without files. */
export const emptyIndex: ReleaseIndex = new Map();

/** The files of some sections. */
export function* filesOf(sections: Iterable<IndexSection>): Generator<FileRecord> {
  for (const section of sections) yield* section.files.values();
}

/** An index without the files at these paths. The sections that had them lose their key. */
export function withoutFiles(index: ReleaseIndex, paths: ReadonlySet<string>): ReleaseIndex {
  if (paths.size === 0) return index;
  return byName(
    [...index.values()].map((section) => {
      const files = [...section.files.values()].filter(({ path }) => !paths.has(path));
      if (files.length === section.files.size) return section;
      const { name, context, sitemaps } = section;
      return new IndexSection({ name, context, key: '', sitemaps }, linesOf(files));
    }),
  );
}

/** The lines of some files, for {@link parseLines}. */
export function linesOf(files: readonly FileRecord[]): string {
  return files.map(lineOf).join('');
}

/** Parses complete lines; ignores the rest of the text after the last of them. */
export function parseLines(text: string): FileRecord[] {
  const files: FileRecord[] = [];
  for (let start = 0; ;) {
    const lineEnd = text.indexOf('\n', start);
    const firstEnd = text.indexOf(separator, start);
    const secondEnd = text.indexOf(separator, firstEnd + 1);
    // The last line of an index has no separator.
    if (lineEnd === -1 || firstEnd === -1 || secondEnd === -1 || secondEnd > lineEnd) return files;
    files.push({
      path: decode(text.slice(start, firstEnd)),
      key: text.slice(firstEnd + 1, secondEnd),
      size: Number(text.slice(secondEnd + 1, lineEnd)),
    });
    start = lineEnd + 1;
  }
}

/** Divides lines into texts of about `length` characters, each with complete lines. */
export function* divideLines(lines: string, length: number): Generator<string> {
  for (let start = 0; start < lines.length;) {
    const lineEnd = lines.indexOf('\n', start + length);
    const next = lineEnd === -1 ? lines.length : lineEnd + 1;
    yield lines.slice(start, next);
    start = next;
  }
}

/** Writes an index atomically. */
export function writeIndex(path: string, sections: Iterable<IndexSection>): void {
  const draft = `${path}.draft`;
  const file = openSync(draft, 'w');
  try {
    writeText(file, `${header}\n`);
    for (const section of sections) {
      writeText(file, headLine(section, section.lines.length));
      writeText(file, section.lines);
    }
    writeText(file, `${end}\n`);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** Unlike `appendFileSync`, needs no copy of the text: the lines of a large library have 50 MB. */
function writeText(file: number, text: string): void {
  for (let start = 0; start < text.length;) start += writeSync(file, text.slice(start), null, 'latin1');
}

/** Begins the journal of a new release: an index to which records are appended. */
export function beginJournal(path: string, sections: readonly SectionHead[]): void {
  // Until the release is finished, each section is incomplete.
  const heads = sections.map((section) => headLine({ ...section, key: '' }, 0));
  writeFileSync(path, `${header}\n${heads.join('')}`, { encoding: 'latin1', flag: 'wx' });
}

/** Appends records of completed files to a journal. */
export function appendToJournal(path: string, files: readonly FileRecord[]): void {
  if (files.length > 0) appendFileSync(path, linesOf(files), 'latin1');
}

/**
 * Reads an index, or the complete lines of a journal, since an interrupted build may leave an incomplete
 * line. A journal does not divide the files: each of its sections has all of them.
 *
 * @param similar an index whose sections with the same keys are used again, so that their lines are not read
 * @returns an empty index if there is no file, or if it has another format
 */
export function readIndex(path: string, similar: ReleaseIndex = emptyIndex): ReleaseIndex {
  const file = openExisting(path);
  if (file === undefined) return emptyIndex;
  try {
    return readSections(new TextReader(file), similar);
  } finally {
    closeSync(file);
  }
}

function readSections(reader: TextReader, similar: ReleaseIndex): ReleaseIndex {
  const sections: IndexSection[] = [];
  if (reader.line(0) !== header) return emptyIndex;
  let start = header.length + 1;
  for (;;) {
    const line = reader.line(start);
    if (!line.startsWith(sectionMark + separator)) break;
    const [, name = '', context = '', key = '', listed = '', length = ''] = line.split(separator);
    const head = { name, context, key, sitemaps: listed === '' ? [] : listed.split(',').map(parseSitemap) };
    start += line.length + 1;
    const known = similar.get(name);
    const isKnown =
      known !== undefined && key !== '' && known.key === key && known.lines.length === Number(length);
    const lines = isKnown ? known.lines : reader.text(start, Number(length));
    sections.push(new IndexSection(head, lines));
    start += lines.length;
  }
  const others = parseLines(reader.text(start));
  if (others.length === 0) return byName(sections);
  const files = new Map(others.map((record) => [record.path, record]));
  return byName(sections.map((section) => new IndexSection(section, '', files)));
}

/** Reads parts of a file in Latin-1, without the whole file in memory. */
class TextReader {
  readonly #file: number;
  readonly #size: number;
  #bytes = Buffer.alloc(0);

  constructor(file: number) {
    this.#file = file;
    this.#size = fstatSync(file).size;
  }

  /** The line that begins at an offset; empty if it has no end. */
  line(start: number): string {
    const text = this.text(start, longestHead);
    return text.slice(0, Math.max(0, text.indexOf('\n')));
  }

  /** The text from an offset, up to the end of the file or of the given length. */
  text(start: number, length = Infinity): string {
    const wanted = Math.max(0, Math.min(length, this.#size - start));
    if (this.#bytes.length < wanted) this.#bytes = Buffer.allocUnsafe(wanted);
    const read = readFully(this.#file, this.#bytes.subarray(0, wanted), start);
    return this.#bytes.toString('latin1', 0, read);
  }
}

function byName(sections: readonly IndexSection[]): ReleaseIndex {
  return new Map(sections.map((section) => [section.name, section]));
}

function headLine({ name, context, key, sitemaps }: SectionHead, length: number): string {
  const listed = sitemaps.map(({ path, changed = '' }) => `${path} ${changed}`).join(',');
  return `${[sectionMark, name, context, key, listed, length].join(separator)}\n`;
}

function parseSitemap(text: string): ListedPage {
  const [path = '', changed = ''] = text.split(' ');
  return { path, changed: changed === '' ? undefined : changed };
}

function lineOf({ path, key, size }: FileRecord): string {
  return `${[encode(path), key, size].join(separator)}\n`;
}

/**
 * Paths are percent-encoded, so that no character of a file name is a line break. No line of a file begins
 * like that of a section.
 */
function encode(path: string): string {
  return /^[\w-][\w./-]*$/.test(path) && path !== sectionMark ? path : `./${encodeURI(path)}`;
}

function decode(text: string): string {
  return text.startsWith('./') ? decodeURI(text.slice(2)) : text;
}

function openExisting(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
