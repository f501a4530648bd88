import { Random } from '@/lib/testing/random';

const vocabularySize = 20_000;
const syllables = 'ba co di fe gu ha jo ki le mi no pu ra so ti va we xe yo zu'.split(' ');

/** Random words and sentences of a generated library. */
export class Chance extends Random {
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
