import { findJoined, findWords, isCommon } from '@/public/scripts/search/words.js';

/** A part of a text between spaces, and the numbers of its words. */
interface Part {
  text: string;
  numbers: readonly number[];
}

/** The number of parts that are kept in memory, about 20 MB. A power of two. */
const keptParts = 2 ** 17;

const space = ' '.charCodeAt(0);

/** Numbers words in the order in which they are found. */
export class WordList {
  /** The words by their numbers. */
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** The last part with each hash. With a map, each part would become a string first, which takes longer. */
  readonly #parts = new Array<Part | undefined>(keptParts).fill(undefined);

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
        hash = Math.imul(hash, 31) + unit;
      }
      const slot = (hash ^ (hash >>> 15)) & (keptParts - 1);
      let part = this.#parts[slot];
      if (part?.text.length !== to - from || !text.startsWith(part.text, from)) {
        part = this.#read(text.slice(from, to));
        this.#parts[slot] = part;
      }
      for (const number of part.numbers) numbers.push(number);
      from = to + 1;
    }
    return numbers;
  }

  /** The number of a word; undefined if it was not found in any text. */
  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  #read(text: string): Part {
    const words = findWords(text);
    const numbers = [...words, ...findJoined(text, words)].flatMap(({ key }) =>
      key === '' || isCommon(key) ? [] : this.#add(key),
    );
    return { text: ownCopy(text), numbers };
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
