import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { stringify } from 'yaml';

import { encodeAnswer } from '@/lib/answer/sample-answers';
import { Catalogue } from '@/lib/catalogue/catalogue';
import { withHashes } from '@/lib/catalogue/entry';
import { questionPath } from '@/lib/site';

/** A generated question with its answer in Markdown. */
export interface GeneratedQuestion {
  id: number;
  subject: string;
  slug: string;
  title: string;
  date: string;
  description: string;
  keywords: string[];
  /** Numbers of related questions. */
  related: number[];
  answer: string;
}

const subjectCount = 14;
const vocabularySize = 20_000;
const keywordsPerSubject = 300;

const syllables = 'ba co di fe gu ha jo ki le mi no pu ra so ti va we xe yo zu'.split(' ');

/** A number from 0 to 1 for a seed and the numbers after it (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function wordOf(number: number): string {
  let word = '';
  for (let rest = number + 20; rest > 0; rest = Math.floor(rest / 20)) word += syllables[rest % 20] ?? '';
  return word;
}

/** Question `index` of a library of `count`: the same every time, with formulas, code, a table and related articles. */
export function generateQuestion(index: number, count: number): GeneratedQuestion {
  const next = random(index + 1);
  const below = (limit: number) => Math.floor(next() * limit);
  // As in real texts, few words are said often and many seldom.
  const word = () => wordOf(Math.floor(vocabularySize ** next()));
  const words = (length: number) => Array.from({ length }, word).join(' ');
  const sentence = (length: number) => `${words(length).replace(/^./, (first) => first.toUpperCase())}.`;
  const paragraph = (length: number) => Array.from({ length }, () => sentence(8 + below(12))).join(' ');
  const subject = index % subjectCount;
  const perSubject = Math.ceil(count / subjectCount);
  const title = `How does ${word()} ${word()} change ${word()} in case ${index + 1}?`;
  const answer = `${paragraph(4)}

## ${sentence(4).slice(0, -1)}

${paragraph(4)} It follows that $${variable(below)}_{${below(9)}} = \\frac{${1 + below(90)}}{${1 + below(90)}}$ and **${words(2)}**.

$$
\\int_0^{${1 + below(9)}} x^{${2 + below(7)}} \\, dx = \\sqrt{${1 + below(99)}} + \\sum_{k=1}^{n} ${variable(below)}_k
$$

- ${sentence(9)}
- ${sentence(11)}
- ${sentence(7)}

## ${sentence(5).slice(0, -1)}

${paragraph(3)}

\`\`\`python
def ${word()}(${word()}, limit=${below(99)}):
    # ${words(4)}
    total = [value ** ${2 + below(4)} for value in range(limit)]
    return "${words(3)}", sum(total)
\`\`\`

| ${word()} | ${word()} | ${word()} |
| --- | --- | --- |
| ${words(2)} | ${below(999)} | $${variable(below)}^${2 + below(8)}$ |
| ${words(2)} | ${below(999)} | \`${word()}\` |

${paragraph(3)}
`;
  return {
    id: index + 1,
    subject: `Subject ${String.fromCharCode(65 + subject)}`,
    slug: title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    title,
    date: new Date(Date.UTC(2024, 0, 1 + (index % 700))).toISOString().slice(0, 10),
    description: `${sentence(14)} Case ${index + 1}.`,
    keywords: [0, 1, 2].map(
      (place) => `topic ${wordOf(subject * 1000 + place * 100 + below(keywordsPerSubject / 3))}`,
    ),
    related: Array.from({ length: 5 }, () => below(perSubject) * subjectCount + subject).filter(
      (other) => other < count && other !== index,
    ),
    answer,
  };
}

function variable(below: (limit: number) => number): string {
  return 'abcxyzuvw'.charAt(below(9));
}

/** The file of a question in the source library's form, with the answer on one line. */
export function sourceFile(question: GeneratedQuestion, count: number): string {
  const related = question.related.map((index, position) => {
    const other = generateQuestion(index, count);
    return [
      `related_article${position + 1}`,
      { id: other.id, title: other.title, subject: other.subject, url: addressOf(other) },
    ] as const;
  });
  const { id, date, title, subject, description, keywords } = question;
  const frontMatter = {
    id,
    date,
    title,
    seo: { page_description: description, page_keywords: keywords.join(', ') },
    answer: encodeAnswer(question.answer),
    subject,
    ...Object.fromEntries(related),
  };
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n&nbsp;\n`;
}

function addressOf({ subject, slug }: Pick<GeneratedQuestion, 'subject' | 'slug'>): string {
  return questionPath(subjectFolder(subject), slug);
}

export function subjectFolder(subject: string): string {
  return subject.toLowerCase().replace(' ', '-');
}

/**
 * Writes the first `count` generated questions below a folder.
 *
 * @param write gives the text of a question's file
 * @param pathOf gives its path
 */
export async function writeLibrary(
  folder: string,
  count: number,
  write: (question: GeneratedQuestion, count: number) => string = sourceFile,
  pathOf: (question: GeneratedQuestion) => string = sourcePath,
): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const question = generateQuestion(index, count);
    const path = join(folder, pathOf(question));
    if (index < subjectCount) await mkdir(dirname(path), { recursive: true });
    await writeFile(path, write(question, count));
  }
}

function sourcePath({ subject, slug }: GeneratedQuestion): string {
  return `${subjectFolder(subject)}/${slug}.md`;
}

/** A catalogue of the first `count` generated questions, without files. */
export function generateCatalogue(count: number): Catalogue {
  const entries = Array.from({ length: count }, (_, index) => {
    const { id, subject, slug, title, date, description, keywords } = generateQuestion(index, count);
    const shown = {
      id,
      address: addressOf({ subject, slug }),
      slug,
      subject: { slug: subjectFolder(subject), name: subject },
      title,
      question: title,
      author: 'QuickTakes',
      date,
      dateFormat: 'MMM DD, YYYY',
      postOnText: 'Posted on',
      titleSuffix: 'QuickTakes',
      description,
      shortAnswer: undefined,
      sources: [],
      keywords,
      canonical: undefined,
      related: [],
      path: `${subjectFolder(subject)}/${slug}.md`,
    };
    return withHashes(shown, '');
  });
  return new Catalogue(entries, {});
}
