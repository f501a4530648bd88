import { Catalogue, type Entry } from '@/lib/catalogue/catalogue';
import { questionPath } from '@/lib/site';

const subjectCount = 20;
const answerWords = 300;

/** Words that many answers share, and names and numbers that few do. */
const vocabularySize = 60_000;
const rareSize = 500_000;
const rareShare = 0.01;

const syllables = 'ta re mo li ne su ka vo di pe ran ter sol min car bel ist ung ect ora'.split(' ');

/** A question of a generated library, always the same for its number, which is its id. */
export interface GeneratedQuestion {
  entry: Entry;
  /** Markdown with headings; words are as rare as in a language, and as long. */
  answer: string;
}

/** @param number from 1 */
export function generateQuestion(number: number): GeneratedQuestion {
  const random = randomNumbers(number);
  const words = (count: number) => Array.from({ length: count }, () => anyWord(random)).join(' ');
  const subject = `subject-${Math.floor(random() * subjectCount)}`;
  const title = `How does ${words(7)} work?`;
  const slug = `${title.slice(0, -1).toLowerCase().replaceAll(' ', '-')}-${number}`;
  const entry: Entry = {
    id: number,
    address: questionPath(subject, slug),
    slug,
    subject: { slug: subject, name: subject },
    title,
    question: title,
    author: 'QuickTakes',
    date: '2025-01-01',
    dateFormat: 'MMM DD, YYYY',
    postOnText: 'Posted on',
    titleSuffix: 'QuickTakes',
    description: words(20),
    shortAnswer: words(25),
    sources: [],
    keywords: [words(1), words(2)],
    related: [],
    path: `${subject}/${slug}.md`,
  };
  const parts = Array.from(
    { length: 6 },
    () => `## ${words(4)}\n\n- **${words(2)}**: ${words(answerWords / 6)}`,
  );
  return { entry, answer: parts.join('\n\n') };
}

/** A library of so many generated questions. */
export function generateCatalogue(count: number): Catalogue {
  return new Catalogue(
    Array.from({ length: count }, (_, index) => generateQuestion(index + 1).entry),
    {},
  );
}

/** Zipf's law: the word of rank n is n times as rare as the first. */
function anyWord(random: () => number): string {
  if (random() < rareShare) return `x${Math.floor(random() * rareSize)}`;
  return wordOf(Math.floor(Math.exp(random() * Math.log(vocabularySize))));
}

function wordOf(rank: number): string {
  let word = '';
  // Multiplied by what has no factor in common with 2^20, so that words in alphabetical order have any rank.
  for (let rest = (rank * 655_357) % 2 ** 20; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? '';
  }
  return word;
}

/** Numbers from 0 to below 1 that a seed determines (a linear congruential generator of 32 bits). */
function randomNumbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 2 ** 32;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
