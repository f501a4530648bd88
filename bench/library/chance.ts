const vocabularySize = 20_000;
const syllables = 'ba co di fe gu ha jo ki le mi no pu ra so ti va we xe yo zu'.split(' ');

/** Pseudo-random numbers and words, reproducible by a seed. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A number from 0 (inclusive) to 1 (exclusive), by mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to a limit (exclusive). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** True with this probability. */
  isTrue(share: number): boolean {
    return this.next() < share;
  }

  /** As in real texts, a few words are frequent and many are rare. */
  word(): string {
    return wordOf(Math.floor(vocabularySize ** this.next()));
  }

  words(length: number): string {
    return Array.from({ length }, () => this.word()).join(' ');
  }

  sentence(length: number): string {
    return `${capitalize(this.words(length))}.`;
  }
}

/** The invented word for a number. */
export function wordOf(number: number): string {
  let word = '';
  for (let rest = number + 20; rest > 0; rest = Math.floor(rest / 20)) word += syllables[rest % 20] ?? '';
  return word;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
