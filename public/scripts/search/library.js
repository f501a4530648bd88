import { makeExcerpt, markMatches } from './excerpt.js';
import { readQuery } from './matcher.js';
import { readShard } from './postings.js';
import { guessWords } from './spelling.js';
import { findWords } from './words.js';

/** @typedef {import('./excerpt.js').Piece} Piece */
/** @typedef {import('./matcher.js').Term} Term */
/** @typedef {import('./postings.js').Postings} Postings */

/**
 * A subject and its questions: `count` numbers from `first` on.
 * @typedef {{ slug: string, name: string, accent: string, first: number, count: number }} IndexedSubject
 */

/**
 * The first file of an index. The others lie in the folder of its version, so that an index never mixes with an older.
 * @typedef {object} Contents
 * @property {string} version
 * @property {IndexedSubject[]} subjects
 * @property {string[]} shards the first word of each file of words, in their order
 */

/**
 * A question as the index keeps it for showing: slug, title, text.
 * @typedef {[slug: string, title: string, text: string]} StoredQuestion
 */

/**
 * @typedef {object} Result
 * @property {string} address
 * @property {Piece[]} title
 * @property {Piece[]} excerpt
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

/** @typedef {{ document: number, score: number, count: number }} Hit */

/** As many results as a person looks through before asking for more. */
export const pageOfResults = 10;

/** Where the index of a release lies. */
export const indexFolder = '/search-index';

/** The file that an index begins with. */
export const contentsFile = 'contents.json';

/** Reads the index of the library, a file at a time and each once, and searches it. */
export class SearchableLibrary {
  /** @type {(path: string) => Promise<Response>} */
  #fetch;
  /** @type {Map<string, Promise<unknown>>} */
  #read = new Map();

  /** @param {(path: string) => Promise<Response>} [fetchFile] reads a file of the index folder */
  constructor(fetchFile = (path) => fetch(`${indexFolder}/${path}`)) {
    this.#fetch = fetchFile;
  }

  /** The subjects that can be chosen, by name. @returns {Promise<IndexedSubject[]>} */
  async subjects() {
    return (await this.#contents()).subjects;
  }

  /**
   * Finds the questions that have the words of a query, the best first; where none has them all, those that have most,
   * but at least half. Rejects when the index cannot be read.
   *
   * @param {string} query
   * @param {string} [subject] slug of the only subject to search
   * @param {number} [limit] how many results to show
   * @returns {Promise<Found>}
   */
  async search(query, subject = '', limit = pageOfResults) {
    const terms = readQuery(query);
    const { subjects } = await this.#contents();
    const within = subject === '' ? subjects : subjects.filter(({ slug }) => slug === subject);
    const { hits, isPartial, unknown } = await this.#find(terms, within);
    const [results, suggestion] = await Promise.all([
      Promise.all(hits.slice(0, limit).map(({ document }) => this.#show(document, terms, subjects))),
      hits.length === 0 || isPartial ? this.#suggest(query, unknown, within) : undefined,
    ]);
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
    for (const weights of found) {
      for (const [document, score] of weights) {
        const hit = hits.get(document) ?? { document, score: 0, count: 0 };
        hit.score += score;
        hit.count += 1;
        hits.set(document, hit);
      }
    }
    const most = Math.max(0, ...[...hits.values()].map(({ count }) => count));
    const isEnough = most > 0 && most >= terms.length / 2;
    return {
      hits: [...hits.values()]
        .filter(({ count }) => isEnough && count === most)
        .sort((a, b) => b.score - a.score || a.document - b.document),
      isPartial: isEnough && most < terms.length,
      unknown: terms.filter((_, index) => found[index]?.size === 0).map(({ key }) => key),
    };
  }

  /**
   * What a word of a query is worth in every question that has it: more where the word weighs more, and more for a word
   * that few questions have.
   *
   * @param {Term} term
   * @param {readonly IndexedSubject[]} subjects
   * @returns {Promise<Map<number, number>>}
   */
  async #weigh(term, subjects) {
    /** @type {Map<number, number>} */
    const weights = new Map();
    for (const [word, { documents, weights: stored }] of await this.#wordsFrom(term.beginning)) {
      const closeness = term.match(word);
      if (closeness === 0) continue;
      for (const [index, document] of documents.entries()) {
        if (!subjects.some(({ first, count }) => document >= first && document < first + count)) continue;
        const weight = closeness * (stored[index] ?? 0);
        weights.set(document, Math.max(weight, weights.get(document) ?? 0));
      }
    }
    const total = subjects.reduce((sum, { count }) => sum + count, 0);
    const rarity = Math.log(1 + (total - weights.size + 0.5) / (weights.size + 0.5));
    for (const [document, weight] of weights) weights.set(document, weight * rarity);
    return weights;
  }

  /**
   * The words of every file that can hold one with this beginning.
   * @param {string} beginning
   * @returns {Promise<[string, Postings][]>}
   */
  async #wordsFrom(beginning) {
    const { version, shards } = await this.#contents();
    const numbers = [...shards.keys()].filter((number) => {
      const first = shards[number] ?? '';
      const next = shards[number + 1];
      return (first <= beginning || first.startsWith(beginning)) && (next === undefined || next > beginning);
    });
    const maps = await Promise.all(
      numbers.map((number) => this.#once(`${version}/words/${number}.bin`, readWords)),
    );
    return maps.flatMap((map) => [...map]);
  }

  /**
   * @param {number} document
   * @param {readonly Term[]} terms
   * @param {readonly IndexedSubject[]} subjects
   * @returns {Promise<Result>}
   */
  async #show(document, terms, subjects) {
    const { version } = await this.#contents();
    const [slug, title, text] = await this.#once(`${version}/questions/${document}.bin`, readQuestion);
    const subject = subjects.find(({ first, count }) => document < first + count);
    if (!subject) throw new Error(`question ${document} belongs to no subject`);
    return {
      address: `/learn/${subject.slug}/questions/${slug}`,
      title: markMatches(title, terms),
      excerpt: makeExcerpt(text, terms),
      subject,
    };
  }

  /**
   * The query with the words that nothing has put right, if it then finds what has them all.
   *
   * @param {string} query
   * @param {readonly string[]} unknown
   * @param {readonly IndexedSubject[]} subjects
   * @returns {Promise<string | undefined>}
   */
  async #suggest(query, unknown, subjects) {
    if (unknown.length === 0) return undefined;
    const { version } = await this.#contents();
    const known = await this.#once(`${version}/spelling.bin`, readSpelling);
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

  /** @returns {Promise<Contents>} */
  #contents() {
    return this.#once(contentsFile, readContents);
  }

  /**
   * What `read` makes of a file, which is fetched once; one that could not be had is asked for again.
   * @template Value
   * @param {string} path
   * @param {(response: Response) => Promise<Value>} read
   * @returns {Promise<Value>}
   */
  #once(path, read) {
    const load = async () => {
      const response = await this.#fetch(path);
      if (!response.ok) throw new Error(`${path} of the search index answers ${response.status}`);
      return read(response);
    };
    // A path is always read in the same way, so what was kept for it has the type of what is asked for.
    const kept = /** @type {Promise<Value> | undefined} */ (this.#read.get(path));
    const reading = kept ?? load();
    if (!kept) {
      this.#read.set(path, reading);
      reading.catch(() => {
        // A new release may have taken the files away: then the contents are new as well.
        this.#read.clear();
      });
    }
    return reading;
  }
}

/** @param {Response} response */
async function readContents(response) {
  // The build that wrote the scripts wrote the index: it has the form that is expected here, as below.
  return /** @type {Contents} */ (await readJson(response));
}

/** @param {Response} response */
async function readWords(response) {
  return readShard(new Uint8Array(await unzip(response).arrayBuffer()));
}

/** @param {Response} response */
async function readQuestion(response) {
  return /** @type {StoredQuestion} */ (await readJson(unzip(response)));
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
 * Files are compressed when they are built, so that every server sends few bytes.
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
