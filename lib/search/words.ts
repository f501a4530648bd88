import { wordWeight } from '@/lib/bm25';
import { readQuestionMarkdown, type PublishedQuestion } from '@/lib/seo/markdown';
import { plainText } from '@/public/scripts/search/plain-text.js';
import type { WordList } from './word-list';

/**
 * The number of occurrences in the text that an occurrence in the title, the keywords or a heading counts as.
 */
const titleFactor = 6;
const keywordFactor = 4;
const headingFactor = 2;

/** The average length in words. It is fixed, so that no weight depends on other questions. */
const averageLength = 300;

/** Lengths are rounded to steps, so that a few added words do not change the weights of all others. */
const lengthStep = 32;

/**
 * Added to the BM25 weight of a word in the title, so that it ranks above a word that occurs only in the
 * text. The result is divided by the highest possible sum.
 */
const titleBonus = 0.6;

const highestWeight = 255;

/** The indexed words of a question, by their numbers in a {@link WordList}. */
export interface QuestionWords extends PublishedQuestion {
  /** Weight of each word, from 1 to 255. */
  weights: ReadonlyMap<number, number>;
  /** Words of the title and keywords. */
  titleTerms: ReadonlySet<number>;
}

/** Reads the words of a question from its Markdown copy. */
export function readWords(markdown: string, list: WordList): QuestionWords {
  const question = readQuestionMarkdown(markdown);
  const { text, headings } = plainText(markdown);
  const titleWords = list.numbersOf(
    question.title === question.question ? question.title : `${question.title} ${question.question}`,
  );
  const keywords = list.numbersOf(question.keywords.join(' '));
  const textWords = list.numbersOf(text);
  const counts = new Map<number, number>();
  const count = (words: readonly number[], times: number) => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + times);
  };
  count(textWords, 1);
  count(list.numbersOf(headings), headingFactor);
  count(keywords, keywordFactor);
  count(titleWords, titleFactor);

  const length = Math.round(textWords.length / lengthStep) * lengthStep;
  const inTitle = new Set(titleWords);
  const weigh = (word: number, times: number) => {
    const weight = wordWeight(times, length / averageLength) + (inTitle.has(word) ? titleBonus : 0);
    return Math.max(1, Math.round((weight / (1 + titleBonus)) * highestWeight));
  };
  // In place, because a second map of all words would take as long as counting.
  for (const [word, times] of counts) counts.set(word, weigh(word, times));
  return {
    ...question,
    weights: counts,
    titleTerms: new Set([...titleWords, ...keywords]),
  };
}
