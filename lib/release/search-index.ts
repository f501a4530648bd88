import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import {
  contentsFile,
  indexFolder,
  type Contents,
  type IndexedSubject,
  type StoredQuestion,
} from '@/public/scripts/search/library.js';
import { writeShard, type Postings } from '@/public/scripts/search/postings.js';
import { findWords, isCommon } from '@/public/scripts/search/words.js';
import { findSearchText } from './search-text';

const gzip = promisify(gzipCallback);

/** Bytes of postings that are read together: more make searches heavy, fewer make the list of files long. */
const shardBytes = 12_000;

/** How often a word of these places counts as said, against once in the text. */
const titleTimes = 6;
const keywordTimes = 4;
const headingTimes = 2;

/** BM25's k1 and b, as usual, against a page of usual length: the mean is known only when all pages are. */
const saturation = 1.2;
const lengthPenalty = 0.75;
const usualLength = 300;

/** A title that has the word is worth this much more than a text can be. */
const titleBonus = 0.6;

/** The shortest word whose spelling can be guessed. */
const shortestSpelling = 4;

/** The words that most titles and keywords have; a list of all would be heavy to load for one slip of the finger. */
const mostSpellings = 8000;

/** A weight lies in the lower eight bits of a number, its question above them, so that memory stays low. */
const weightRange = 256;

/** Collects the question pages of a release for searching in the browser. */
export class SearchIndex {
  readonly #folder: string;
  readonly #subjects: IndexedSubject[] = [];
  readonly #numbers = new Map<Entry, number>();
  readonly #words = new Map<string, number[]>();
  readonly #spelling = new Map<string, number>();
  readonly #hash = createHash('sha256');

  private constructor(folder: string, catalogue: Catalogue) {
    this.#folder = folder;
    for (const { slug, name, accent, count } of catalogue.subjects) {
      const first = this.#numbers.size;
      // The questions of a subject have numbers in a row: to search one subject is to look at a range.
      for (const entry of catalogue.inSubject(slug)) this.#numbers.set(entry, this.#numbers.size);
      this.#subjects.push({ slug, name, accent, first, count });
    }
  }

  /** Begins an index below the folder of a release, where `public/scripts/search/library.js` reads it. */
  static async create(release: string, catalogue: Catalogue): Promise<SearchIndex> {
    const index = new SearchIndex(join(release, indexFolder), catalogue);
    await mkdir(join(index.#draft, 'questions'), { recursive: true });
    await mkdir(join(index.#draft, 'words'));
    return index;
  }

  /** Where the files are until their version is known. */
  get #draft(): string {
    return join(this.#folder, 'draft');
  }

  /** Adds a question by its finished page. */
  async add(entry: Entry, html: string): Promise<void> {
    const number = this.#numbers.get(entry);
    if (number === undefined) throw new Error(`${entry.address} is not in the catalogue that is indexed`);
    const { text, headings } = findSearchText(html);
    this.#addWords(number, entry, text, headings);
    const stored: StoredQuestion = [entry.slug, entry.question, text];
    await this.#writeFile(`questions/${number}.bin`, Buffer.from(JSON.stringify(stored)));
  }

  #addWords(number: number, entry: Entry, text: string, headings: string): void {
    const counts = new Map<string, number>();
    const count = (words: readonly string[], times: number) => {
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + times);
    };
    const titleWords = keysOf(
      entry.title === entry.question ? entry.title : `${entry.title} ${entry.question}`,
    );
    const keywords = keysOf(entry.keywords.join(' '));
    const textWords = keysOf(text);
    count(textWords, 1);
    count(keysOf(headings), headingTimes);
    count(keywords, keywordTimes);
    count(titleWords, titleTimes);
    const inTitle = new Set(titleWords);
    const damping = saturation * (1 - lengthPenalty + (lengthPenalty * textWords.length) / usualLength);
    for (const [word, times] of counts) {
      const weight = times / (times + damping) + (inTitle.has(word) ? titleBonus : 0);
      const stored = Math.max(1, Math.round((weight / (1 + titleBonus)) * (weightRange - 1)));
      const postings = this.#words.get(word);
      if (postings) postings.push(number * weightRange + stored);
      else this.#words.set(word, [number * weightRange + stored]);
    }
    for (const word of new Set([...titleWords, ...keywords])) {
      if (word.length >= shortestSpelling) this.#spelling.set(word, (this.#spelling.get(word) ?? 0) + 1);
    }
  }

  /** Writes what {@link add} has collected. */
  async write(): Promise<void> {
    const shards: string[] = [];
    for (const words of this.#shards()) {
      await this.#writeFile(`words/${shards.length}.bin`, writeShard(words));
      shards.push(words[0]?.[0] ?? '');
    }
    const spelling = [...this.#spelling]
      .sort(([a, as], [b, bs]) => bs - as || (a < b ? -1 : 1))
      .slice(0, mostSpellings)
      .map(([word]) => word);
    await this.#writeFile('spelling.bin', Buffer.from(JSON.stringify(spelling)));
    const version = this.#hash.digest('hex').slice(0, 16);
    await rename(this.#draft, join(this.#folder, version));
    const contents: Contents = { version, subjects: this.#subjects, shards };
    await writeFile(join(this.#folder, contentsFile), JSON.stringify(contents));
  }

  *#shards(): Generator<[string, Postings][]> {
    let shard: [string, Postings][] = [];
    let bytes = 0;
    for (const word of [...this.#words.keys()].sort()) {
      const postings = unpack(this.#words.get(word) ?? []);
      // A posting takes two bytes or three.
      const size = word.length + 2.5 * postings.documents.length;
      if (shard.length > 0 && bytes + size > shardBytes) {
        yield shard;
        [shard, bytes] = [[], 0];
      }
      shard.push([word, postings]);
      bytes += size;
    }
    if (shard.length > 0) yield shard;
  }

  async #writeFile(path: string, content: Uint8Array): Promise<void> {
    this.#hash.update(path).update(content);
    await writeFile(join(this.#draft, path), await gzip(content, { level: 9 }));
  }
}

/** The words of a text that say something. */
function keysOf(text: string): string[] {
  return findWords(text)
    .map(({ key }) => key)
    .filter((key) => key !== '' && !isCommon(key));
}

function unpack(packed: readonly number[]): Postings {
  const sorted = packed.toSorted((a, b) => a - b);
  return {
    documents: sorted.map((number) => Math.floor(number / weightRange)),
    weights: sorted.map((number) => number % weightRange),
  };
}
