import { makeExcerpt, markMatches } from './excerpt.js';
import { readQuery } from './matcher.js';
import { plainText } from './plain-text.js';
import { decodePostings } from './postings.js';
import { guessWords } from './spelling.js';
import { findWords } from './words.js';

/** @typedef {import('./excerpt.js').Piece} Piece */
/** @typedef {import('./matcher.js').Term} Term */
/** @typedef {import('./postings.js').Postings} Postings */

/**
 * A subject and its number of questions.
 *
 * @typedef {{ slug: string, name: string, accent: string, count: number }} IndexedSubject
 */

/**
 * A file of postings for the words from `start` up to the start of the next file. Its name contains a hash of
 * its content.
 *
 * @typedef {{ start: string, hash: string }} PostingsFile
 */

/**
 * The names of all files of postings in their order, in a compact form.
 *
 * @typedef {{ starts: string, hashes: string }} WrittenNames
 */

/**
 * The first file of an index.
 * @typedef {{ subjects: IndexedSubject[] } & WrittenNames} Contents
 */

/**
 * The address of a question. The last item is the canonical subject of a question in several subjects.
 *
 * @typedef {[id: number, slug: string, question: string, canonicalSubject?: string | undefined]}
 *   StoredResultRow
 */

/**
 * @typedef {object} Result
 * @property {string} address
 * @property {Piece[]} title
 * @property {Promise<Piece[]>} excerpt empty where it cannot be had; never rejects
 * @property {IndexedSubject} subject
 */

/**
 * What a search found.
 * @typedef {object} Found
 * @property {string} query
 * @property {string} subject slug, or '' for all
 * @property {number} total
 * @property {boolean} isPartial whether no question has all the words, and these have some
 * @property {Result[]} results the first of them
 * @property {string | undefined} suggestion another spelling of the query, which finds something
 */

/** @typedef {{ id: number, subject: string, score: number, count: number }} Hit */

/** Number of results that are shown at a time. */
export const pageOfResults = 10;

/** The folder of the index in a release. */
export const indexFolder = '/search-index';

/** Files of an index: table of contents, words for spelling suggestions, postings, and addresses by id. */
export const contentsFile = 'contents.json';
export const spellingFile = 'spelling.bin';
export const postingsFolder = 'words';
export const addressesFolder = 'addresses';

/** Number of consecutive ids whose addresses are in one file. */
export const idsInBlock = 16;

/** Number of characters of the hash in the name of a file of postings. */
export const hashLength = 6;

/** Path of a file of postings in the index. @param {PostingsFile} name */
export function postingsPath({ start, hash }) {
  const letters = start.replace(
    /[^a-z0-9]/g,
    (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${postingsFolder}/${hash}-${letters}.bin`;
}

/**
 * @param {readonly PostingsFile[]} names
 * @returns {WrittenNames}
 */
export function writeNames(names) {
  return {
    starts: names.map(({ start }) => start).join(' '),
    hashes: names.map(({ hash }) => hash).join(''),
  };
}

/**
 * The inverse of {@link writeNames}.
 * @param {WrittenNames} written
 * @returns {PostingsFile[]}
 */
export function readNames({ starts, hashes }) {
  const all = starts.split(' ');
  return (hashes.match(new RegExp(`.{${hashLength}}`, 'g')) ?? []).map((hash, place) => ({
    start: all[place] ?? '',
    hash,
  }));
}

/** Loads each file of the index at most once, on demand, and searches the index. */
export class SearchableLibrary {
  /** @type {(address: string) => Promise<Response>} */
  #fetch;
  /** @type {Map<string, Promise<unknown>>} */
  #read = new Map();

  /** @param {(address: string) => Promise<Response>} [fetchFile] fetches a file of the site */
  constructor(fetchFile = (address) => fetch(address)) {
    this.#fetch = fetchFile;
  }

  /** Loads the files that every search needs, so that the first search is faster. */
  prepare() {
    this.#contents().catch(() => undefined);
  }

  /**
   * Finds the questions that have the words of a query, the best first; where none has them all, those that
   * have most, but at least half. Rejects when the index cannot be read.
   *
   * @param {string} query
   * @param {string} [subject] slug of the only subject to search
   * @param {number} [limit] how many results to show
   * @returns {Promise<Found>}
   */
  async search(query, subject = '', limit = pageOfResults) {
    try {
      return await this.#search(query, subject, limit);
    } catch {
      // A new release may have removed files. Then the files that refer to them are loaded again.
      return this.#search(query, subject, limit);
    }
  }

  /**
   * @param {string} query
   * @param {string} subject
   * @param {number} limit
   * @returns {Promise<Found>}
   */
  async #search(query, subject, limit) {
    const terms = readQuery(query);
    const { subjects } = await this.#contents();
    const within = subject === '' ? subjects : subjects.filter(({ slug }) => slug === subject);
    const { hits, isPartial, unknown } = await this.#find(terms, within);
    const [found, suggestion] = await Promise.all([
      Promise.all(hits.slice(0, limit).map((hit) => this.#locate(hit, subjects))),
      hits.length === 0 || isPartial ? this.#suggest(query, unknown, within) : undefined,
    ]);
    // Excerpts are loaded after all titles, so that they do not delay them.
    const results = found.map((question) => this.#show(question, terms));
    return { query, subject, total: hits.length, isPartial, results, suggestion };
  }

  /**
   * @param {readonly Term[]} terms
   * @param {readonly IndexedSubject[]} subjects
   */
  async #find(terms, subjects) {
    const found = await Promise.all(terms.map((term) => this.#weigh(term, subjects)));
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    let most = 0;
    for (const { weights, rarity } of found) {
      for (const [id, { subject, weight }] of weights) {
        const hit = hits.get(id) ?? { id, subject, score: 0, count: 0 };
        hit.score += weight * rarity;
        hit.count += 1;
        most = Math.max(most, hit.count);
        hits.set(id, hit);
      }
    }
    const isEnough = most > 0 && most >= terms.length / 2;
    return {
      hits: [...hits.values()]
        .filter(({ count }) => isEnough && count === most)
        .sort((a, b) => b.score - a.score || b.id - a.id),
      isPartial: isEnough && most < terms.length,
      unknown: terms.filter((_, index) => found[index]?.weights.size === 0).map(({ key }) => key),
    };
  }

  /**
   * The weight of a search term in every question that has it, multiplied by its rarity.
   *
   * @param {Term} term
   * @param {readonly IndexedSubject[]} subjects
   */
  async #weigh(term, subjects) {
    const slugs = new Set(subjects.map(({ slug }) => slug));
    /** @type {Map<number, { subject: string, weight: number }>} */
    const weights = new Map();
    for (const [word, all] of await this.#wordsFor(term)) {
      const closeness = term.match(word);
      for (const { subject, ids, weights: stored } of all) {
        if (!slugs.has(subject)) continue;
        for (const [index, id] of ids.entries()) {
          const weight = closeness * (stored[index] ?? 0);
          if (weight > (weights.get(id)?.weight ?? 0)) weights.set(id, { subject, weight });
        }
      }
    }
    const total = subjects.reduce((sum, { count }) => sum + count, 0);
    return { weights, rarity: Math.log(1 + (total - weights.size + 0.5) / (weights.size + 0.5)) };
  }

  /** The indexed words that match a term. @param {Term} term @returns {Promise<[string, Postings[]][]>} */
  async #wordsFor({ prefixes, match }) {
    const { names } = await this.#contents();
    const wanted = names.filter(({ start }, place) => {
      const next = names[place + 1]?.start;
      return prefixes.some(
        (prefix) => (start <= prefix || start.startsWith(prefix)) && (next === undefined || next > prefix),
      );
    });
    const files = await Promise.all(
      wanted.map((name) => this.#once(`${indexFolder}/${postingsPath(name)}`, readBytes)),
    );
    return files.flatMap((file) => [
      ...decodePostings(
        file,
        (word) => prefixes.some((prefix) => word.startsWith(prefix)) && match(word) > 0,
      ),
    ]);
  }

  /**
   * @param {Hit} hit
   * @param {readonly IndexedSubject[]} subjects
   */
  async #locate({ id, subject: slug }, subjects) {
    const block = `${indexFolder}/${addressesFolder}/${Math.floor(id / idsInBlock)}.bin`;
    const stored = (await this.#once(block, readAddresses)).find(([other]) => other === id);
    const [, ownSlug, question, canonicalSubject = slug] = stored ?? [];
    const subject = subjects.find((other) => other.slug === canonicalSubject);
    if (ownSlug === undefined || question === undefined || !subject) {
      throw new Error(`question ${id} of the search index has no address`);
    }
    return { address: `/learn/${canonicalSubject}/questions/${ownSlug}`, question, subject };
  }

  /**
   * @param {{ address: string, question: string, subject: IndexedSubject }} located
   * @param {readonly Term[]} terms
   * @returns {Result}
   */
  #show({ address, question, subject }, terms) {
    return {
      address,
      title: markMatches(question, terms),
      excerpt: this.#once(`${address}.md`, readMarkdown).then(
        (text) => makeExcerpt(text, terms),
        () => [],
      ),
      subject,
    };
  }

  /**
   * A corrected query, if there are questions with all its words.
   *
   * @param {string} query
   * @param {readonly string[]} unknown
   * @param {readonly IndexedSubject[]} subjects
   * @returns {Promise<string | undefined>}
   */
  async #suggest(query, unknown, subjects) {
    if (unknown.length === 0) return undefined;
    const known = await this.#once(`${indexFolder}/${spellingFile}`, readSpelling);
    const guesses = unknown.map((wrong) => (known.includes(wrong) ? [] : guessWords(wrong, known)));
    if (guesses.some(({ length }) => length === 0)) return undefined;
    for (const attempt of guesses[0] ?? []) {
      const others = guesses.slice(1).map(([likeliest = '']) => likeliest);
      const corrections = new Map([attempt, ...others].map((right, index) => [unknown[index] ?? '', right]));
      const better = correct(query, corrections);
      const { hits, isPartial } = await this.#find(readQuery(`${better} `), subjects);
      if (hits.length > 0 && !isPartial) return better;
    }
    return undefined;
  }

  #contents() {
    return this.#once(`${indexFolder}/${contentsFile}`, readContents);
  }

  /**
   * Loads and parses a file once. After a failure, the next call tries again.
   *
   * @template Value
   * @param {string} address
   * @param {(response: Response) => Promise<Value>} read
   * @returns {Promise<Value>}
   */
  #once(address, read) {
    const load = async () => {
      const response = await this.#fetch(address);
      if (!response.ok) throw new Error(`${address} answers ${response.status}`);
      return read(response);
    };
    // An address is always parsed in the same way, so the cached value has the requested type.
    const kept = /** @type {Promise<Value> | undefined} */ (this.#read.get(address));
    const reading = kept ?? load();
    if (!kept) {
      this.#read.set(address, reading);
      reading.catch(() => {
        this.#read.clear();
      });
    }
    return reading;
  }
}

/** @param {Response} response */
async function readContents(response) {
  // The same build wrote the scripts and the index, so the format is the expected one.
  const { subjects, ...written } = /** @type {Contents} */ (await readJson(response));
  return { subjects, names: readNames(written) };
}

/** @param {Response} response */
async function readBytes(response) {
  return new Uint8Array(await unzip(response).arrayBuffer());
}

/** @param {Response} response */
async function readAddresses(response) {
  return /** @type {StoredResultRow[]} */ (await readJson(unzip(response)));
}

/** @param {Response} response */
async function readMarkdown(response) {
  return plainText(await response.text()).text;
}

/** @param {Response} response */
async function readSpelling(response) {
  return /** @type {string[]} */ (await readJson(unzip(response)));
}

/**
 * @param {Response} response
 * @returns {Promise<unknown>}
 */
function readJson(response) {
  return response.json();
}

/**
 * Files are compressed by the build, so that every server sends few bytes.
 *
 * @param {Response} response
 * @returns {Response}
 */
function unzip(response) {
  if (!response.body) throw new Error('a file of the search index is empty');
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip')));
}

/**
 * @param {string} query
 * @param {ReadonlyMap<string, string>} corrections
 */
function correct(query, corrections) {
  return findWords(query).reduceRight((text, { key, start, end }) => {
    const better = corrections.get(key);
    return better === undefined ? text : text.slice(0, start) + better + text.slice(end);
  }, query);
}
