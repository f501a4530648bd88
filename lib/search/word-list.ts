import { addAll } from '@/lib/add-all';
import { findJoined, findWords, isCommon } from '@/public/scripts/search/words.js';

/** The number of parts of texts that are kept in memory, 8 MB. A power of two. */
const keptParts = 2 ** 17;

/**
 * A kept part is a record of 64 bytes, a cache line: its length in UTF-16 units, the number of its words, their
 * numbers in 32 bits each, and its UTF-16 units. With an object for each part, reading a text takes almost three
 * times as long, because almost every access misses the processor's cache.
 */
const recordUnits = 32;
const recordNumbers = recordUnits / 2;

// Places in a record. The length is the first unit. Numbers are counted in 32 bits, units in 16.
const countUnit = 1;
const firstNumber = 1;
const mostNumbers = 3;
const firstUnit = 2 * (firstNumber + mostNumbers);

/** Maximum length of a kept part. */
const longestPart = recordUnits - firstUnit;

const space = ' '.charCodeAt(0);

/** Numbers words in the order in which they are found. */
export class WordList {
  /** The words by their numbers. */
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** The last part with each hash; a length of 0 means that there is none. */
  readonly #units = new Uint16Array(keptParts * recordUnits);
  readonly #partNumbers = new Int32Array(this.#units.buffer);

  /** The numbers of the normalized words of a text, without common words, in no particular order. */
  numbersOf(text: string): number[] {
    const numbers: number[] = [];
    // No word contains a space, so the words of the parts are those of the text. Most parts occur often.
    for (let from = 0; from < text.length;) {
      let hash = 0;
      let to = from;
      for (; to < text.length; to += 1) {
        const unit = text.charCodeAt(to);
        if (unit === space) break;
        hash = (Math.imul(hash, 31) + unit) | 0;
      }
      const slot = (hash ^ (hash >>> 15)) & (keptParts - 1);
      if (this.#holds(slot, text, from, to)) this.#appendKept(slot, numbers);
      else if (to > from) this.#read(slot, text.slice(from, to), numbers);
      from = to + 1;
    }
    return numbers;
  }

  /** The number of a word; undefined if it was not found in any text. */
  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  /** Whether the part of a text is the one that is kept in a slot. */
  #holds(slot: number, text: string, from: number, to: number): boolean {
    const units = this.#units;
    const record = slot * recordUnits;
    if (units[record] !== to - from) return false;
    for (let at = from, unit = record + firstUnit; at < to; at += 1, unit += 1) {
      if (units[unit] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  /** Appends the numbers of the part that is kept in a slot. */
  #appendKept(slot: number, numbers: number[]): void {
    const start = slot * recordNumbers + firstNumber;
    const count = this.#units[slot * recordUnits + countUnit] ?? 0;
    for (let at = start; at < start + count; at += 1) numbers.push(this.#partNumbers[at] ?? 0);
  }

  /** Appends the numbers of the words of a part, and keeps the part in a slot if a record can hold it. */
  #read(slot: number, text: string, numbers: number[]): void {
    const words = findWords(text);
    const found = [...words, ...findJoined(text, words)].flatMap(({ key }) =>
      key === '' || isCommon(key) ? [] : this.#add(key),
    );
    addAll(numbers, found);
    if (text.length > longestPart || found.length > mostNumbers) return;
    const record = slot * recordUnits;
    this.#units[record] = text.length;
    this.#units[record + countUnit] = found.length;
    this.#partNumbers.set(found, slot * recordNumbers + firstNumber);
    for (let at = 0; at < text.length; at += 1) this.#units[record + firstUnit + at] = text.charCodeAt(at);
  }

  #add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const own = ownCopy(word);
    this.#numbers.set(own, this.words.length);
    return this.words.push(own) - 1;
  }
}

/** Copies a substring, because V8 keeps the whole text in memory for each substring. */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
