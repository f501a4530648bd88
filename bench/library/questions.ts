import { encodeAnswer } from '@/lib/answer/sample-answers';
import { questionPath } from '@/lib/site';
import { generateAnswer } from './answer';
import { capitalize, Chance, wordOf } from './chance';

/** A library of generated questions, the same in each run. */
export interface Library {
  /** Number of questions. */
  count: number;
  /** Number of commits in its history; 0 means no repository. */
  commits: number;
  /** Number of consecutive questions with almost the same answer. */
  alike: number;
}

/** The fields of a generated question that lists show. */
export interface QuestionHead {
  id: number;
  subject: string;
  slug: string;
  title: string;
}

/** A generated question with its answer in Markdown. */
export interface GeneratedQuestion extends QuestionHead {
  date: string;
  description: string;
  keywords: string[];
  related: QuestionHead[];
  answer: string;
}

/** The file format of a site generator. */
export interface Form {
  /** The contents of a question's file. */
  text: (question: GeneratedQuestion) => string;
  /** Path below the folder of the library. */
  path: (question: QuestionHead) => string;
}

const subjectCount = 14;
const sharedKeywords = 3;
const sharedKeywordChoices = 100;
const ownKeywords = 8;
const relatedChance = 0.66;

export function generateHead(index: number): QuestionHead {
  const chance = new Chance(index + 1);
  const [first, second, third] = [chance.words(3), chance.words(2), chance.word()];
  const title = `How does ${first} change ${second} and ${third} in case ${index + 1}?`;
  return {
    id: index + 1,
    subject: `Subject ${String.fromCharCode(65 + (index % subjectCount))}`,
    slug: title.slice(0, -1).toLowerCase().replaceAll(' ', '-'),
    title,
  };
}

export function generateQuestion(
  index: number,
  { count, alike }: Pick<Library, 'count' | 'alike'>,
): GeneratedQuestion {
  const chance = new Chance(-index - 1);
  const subject = index % subjectCount;
  const answerChance = alike > 1 ? new Chance(-Math.floor(index / alike) - 1) : chance;
  const others = Array.from(
    { length: 5 },
    () => chance.below(Math.ceil(count / subjectCount)) * subjectCount + subject,
  );
  const related = others.filter((other) => other < count && other !== index && chance.isTrue(relatedChance));
  return {
    ...generateHead(index),
    date: new Date(Date.UTC(2024, 0, 1 + (index % 700))).toISOString().slice(0, 10),
    description: `${chance.sentence(32)} Case ${index + 1}.`,
    keywords: [
      ...Array.from({ length: sharedKeywords }, (_, place) => {
        const number = (subject * sharedKeywords + place) * sharedKeywordChoices;
        return `topic ${wordOf(number + chance.below(sharedKeywordChoices))}`;
      }),
      ...Array.from({ length: ownKeywords }, () => chance.words(3)),
    ],
    related: [...new Set(related)].map(generateHead),
    answer: `${generateAnswer(answerChance)}\n${capitalize(chance.words(3))} in case ${index + 1}.\n`,
  };
}

export function addressOf({ subject, slug }: QuestionHead): string {
  return questionPath(subjectFolder(subject), slug);
}

export function subjectFolder(subject: string): string {
  return subject.toLowerCase().replace(' ', '-');
}

/** The form of the source library, with the answer on one line. */
export const sourceForm: Form = {
  path: ({ subject, slug }) => `${subjectFolder(subject)}/${slug}.md`,
  text: (question) => {
    const { id, date, title, subject, description, keywords, slug, answer, related } = question;
    const references = related.map(
      (other, position) => `related_article${position + 1}:
    id: ${other.id}
    title: >-
        ${other.title}
    subject: ${other.subject}
    url: ${addressOf(other)}
`,
    );
    return `---
_schema: default
id: ${id}
date: ${date}
title: >-
    ${title}
article_title: >-
    ${title}
date_format: MMM DD, YYYY
post_on_text: Posted on
seo:
  title: QuickTakes | ${subject}
  page_description: >-
    ${description}
  page_keywords: >-
    ${keywords.join(', ')}
author: QuickTakes
question: >-
    ${title}
answer: >-
    ${encodeAnswer(answer)}
subject: ${subject}
file_name: ${slug}.md
url: ${addressOf(question)}
score: -1.0
${references.join('')}---

&nbsp;
`;
  },
};
