import { questionPath } from '@/lib/site';
import { questionFile } from '@/lib/testing/question-file';

/** A generated question with all its addresses. */
interface GeneratedQuestion {
  id: number;
  slug: string;
  /** In alphabetical order. */
  subjects: string[];
  /** The subject of the canonical address. */
  canonical: string;
}

export interface GeneratedLibrary {
  questions: GeneratedQuestion[];
  /** Files by their path within the content folder. */
  files: Map<string, string>;
}

const names: Readonly<Record<string, string>> = {
  // The slug is longer, and its address is first in alphabetical order.
  health: 'Health',
  'health-studies': 'Health Studies',
  mathematics: 'Mathematics',
  // The spelling in the source library of a name with a symbol.
  'earth--space': 'Earth & Space',
};

const subjects = Object.keys(names).sort();

/** Every form of slug that the rule of the source library produces, and the form of `npm run new`. */
const slugForms: ((number: number) => string)[] = [
  (number) => `what-is-number-${number}`,
  (number) => `fx--p-cos-${number}--x`,
  (number) => `-${number}-degrees`,
  (number) => `what-is-c-${number}-`,
  (number) => `---${number}---`,
  (number) => String(number),
  (number) => `${number}${'-very'.repeat(30)}-long`.padEnd(200, '-'),
];

/**
 * Generates a library with the given number of files. Of each seven questions, two are in two subjects and
 * one is in three.
 */
export function generateLibrary(fileCount: number): GeneratedLibrary {
  const questions: GeneratedQuestion[] = [];
  const files = new Map<string, string>();
  for (let number = 1; files.size < fileCount; number += 1) {
    const slug = slugForms[number % slugForms.length]?.(number) ?? '';
    const copies = [1, 1, 2, 1, 3, 1, 2][Math.floor(number / slugForms.length) % 7] ?? 1;
    const own = Array.from(
      { length: Math.min(copies, fileCount - files.size) },
      (_, copy) => subjects[(number + copy) % subjects.length] ?? '',
    ).sort();
    // The last subject is chosen as canonical in some questions.
    const isChosen = own.length > 1 && number % 3 === 0;
    const canonical = (isChosen ? own.at(-1) : own[0]) ?? '';
    questions.push({ id: number, slug, subjects: own, canonical });
    const before = questions.at(-2);
    // Both addresses of one question, and an address of the question itself.
    const related = [
      ...(before?.subjects ?? []).map((subject) => questionPath(subject, before?.slug ?? '')),
      questionPath(canonical, slug),
    ];
    for (const subject of own) {
      const keys = [
        `file_name: "${slug}.md"`,
        `url: ${questionPath(subject, slug)}`,
        ...(isChosen && subject === own[0] ? [`canonical: ${questionPath(canonical, slug)}`] : []),
        ...related.map((url, index) => `related_article${index + 1}:\n  url: ${url}`),
      ];
      const text = questionFile(number, {
        subject: names[subject] ?? '',
        keys: keys.map((line) => `${line}\n`).join(''),
        escaped: number % 2 === 0,
        ...(before && { answer: `See [the one before](${questionPath(before.canonical, before.slug)}).` }),
      });
      files.set(`${subject}/${slug}.md`, text);
    }
  }
  return { questions, files };
}
