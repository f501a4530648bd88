import { stemmer } from 'stemmer';

import { nearestWord } from '@/lib/nearest-word';
import { slugWords } from './slug';

/** Words that do not name the topic of a question: function words, and words that many questions have. */
const littleWords = new Set(
  (
    'a about an and are as at be been being by can could did do does for from had has have how if in into is it its led ' +
    'may of on or people should than that the their them they this to was we were what when where which who whose why ' +
    'will with would you your s there these those not ' +
    'affect become call calculate cause compute define definition describe difference different differ explain find ' +
    'formula function get give go happen help keep know led lead make mean purpose serve show use work fast'
  )
    .split(' ')
    .map(stemmer),
);

/** The stems of the words that name the topic of a question. */
export type Asked = ReadonlySet<string>;

export function askedAbout(question: string): Asked {
  const stems = slugWords(question).map(stemmer);
  const telling = stems.filter((stem) => !littleWords.has(stem));
  return new Set(telling.length > 0 ? telling : stems);
}

/** Two questions with at least this similarity may ask the same. */
export const alikeQuestions = 0.6;

/**
 * The similarity of two questions from 0 to 1: the share of common words. If each question has words that the
 * other lacks, they ask about different topics, unless most other words are common.
 */
export function likenessOfQuestions(a: Asked, b: Asked): number {
  const common = [...a].filter((word) => b.has(word)).length;
  if (common === 0) return 0;
  const restOfA = [...a].filter((word) => !b.has(word));
  const restOfB = [...b].filter((word) => !a.has(word));
  // "past" and "passes" are forms of the same word, although their stems differ.
  const forms = restOfA.filter(
    (word) => word.length > 3 && nearestWord(word, restOfB, 0.25) !== undefined,
  ).length;
  const found = common + forms;
  const longer = Math.max(a.size, b.size);
  const isSwapped = restOfA.length > forms && restOfB.length > forms;
  return isSwapped ? found / (a.size + b.size - found) : found / longer;
}
