import { findJoined, findWords, isCommon } from '@/public/scripts/search/words.js';

/** The number of parts of texts whose words are kept in memory, about 20 MB. */
const mostKnown = 100_000;

/** Numbers words in the order in which they are found. */
export class WordList {
  /** The words by their numbers. */
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** The numbers of the words in parts of texts between spaces. */
  readonly #known = new Map<string, readonly number[]>();

  /** The numbers of the normalized words of a text, without common words, in no particular order. */
  numbersOf(text: string): number[] {
    const numbers: number[] = [];
    // No word contains a space, so the words of the parts are those of the text. Most parts occur often.
    for (const part of text.split(' ')) {
      for (const number of this.#known.get(part) ?? this.#read(part)) numbers.push(number);
    }
    return numbers;
  }

  /** The number of a word; undefined if it was not found in any text. */
  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  #read(part: string): readonly number[] {
    const words = findWords(part);
    const numbers = [...words, ...findJoined(part, words)].flatMap(({ key }) =>
      key === '' || isCommon(key) ? [] : this.#add(key),
    );
    if (this.#known.size === mostKnown) this.#known.clear();
    this.#known.set(ownCopy(part), numbers);
    return numbers;
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
