import fc from 'fast-check';
import { expect, test } from 'vitest';

import { entry } from '@/lib/catalogue/fixtures';
import { limits } from '@/lib/limits';
import { questionMarkdown } from '@/lib/seo/markdown';
import { questionPath } from '@/lib/site';
import type { Postings } from '@/public/scripts/search/postings.js';
import { Changes } from './changes';
import { SearchIndexMismatch } from './mismatch';
import { Vocabulary } from './vocabulary';
import { WordList } from './word-list';
import { readWords } from './words';

/** A question of a generated library; the first of its subjects is canonical. */
interface Question {
  subjects: readonly string[];
  words: readonly string[];
  keywords: readonly string[];
}

/** Questions by their id. */
type Library = ReadonlyMap<number, Question>;

const subjects = ['art', 'law', 'physics'] as const;
const vocabulary = ['force', 'tort', 'colour', 'energy', 'statute'] as const;

const libraries: fc.Arbitrary<Library> = fc
  .uniqueArray(
    fc.record({
      // Also the ends of the range of ids, which are packed into one number with subject and weight.
      id: fc.constantFrom(1, 2, 3, limits.id - 1, limits.id),
      subjects: fc.shuffledSubarray([...subjects], { minLength: 1 }),
      words: fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }),
      keywords: fc.subarray([...vocabulary]),
    }),
    { selector: ({ id }) => id },
  )
  .map((questions) => new Map(questions.map(({ id, ...question }) => [id, question])));

function markdownOf(id: number, { subjects: [subject = '', ...others], words, keywords }: Question): string {
  const own = entry(`${subject}/q${id}`, { id, keywords: [...keywords], question: `Number ${id}` });
  const addresses = [own.address, ...others.map((other) => questionPath(other, own.slug))];
  return questionMarkdown(own, own.subject, words.join(' '), addresses);
}

/** The words of a question with their weights, and those of its title and keywords. */
interface Words {
  weights: ReadonlyMap<string, number>;
  titleTerms: ReadonlySet<string>;
}

function readNamedWords(markdown: string): Words {
  const list = new WordList();
  const { weights, titleTerms } = readWords(markdown, list);
  const nameOf = (number: number) => list.words[number] ?? '';
  return {
    weights: new Map(Array.from(weights, ([number, weight]) => [nameOf(number), weight])),
    titleTerms: new Set(Array.from(titleTerms, nameOf)),
  };
}

const known = new Map<string, Words>();

/** The words of each question by its id. Reading each text once saves most of the time. */
function wordsOf(library: Library): ReadonlyMap<number, Words> {
  return new Map(
    [...library].map(([id, question]) => {
      const markdown = markdownOf(id, question);
      const words = known.get(markdown) ?? readNamedWords(markdown);
      known.set(markdown, words);
      return [id, words];
    }),
  );
}

function changesBetween(before: Library, after: Library): Changes {
  const changes = new Changes(new Set(subjects));
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    changes.add({ before: was && markdownOf(id, was), after: is && markdownOf(id, is) });
  }
  return changes;
}

/** The weight of a word by subject and id, computed from the questions one by one. */
function expected(library: Library, word: string): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const [id, { weights: ofQuestion }] of wordsOf(library)) {
    const weight = ofQuestion.get(word);
    if (weight === undefined) continue;
    for (const subject of library.get(id)?.subjects ?? []) weights[`${subject} ${id}`] = weight;
  }
  return weights;
}

function plain(postings: readonly Postings[]): Record<string, number> {
  return Object.fromEntries(
    postings.flatMap(({ subject, ids, weights }) =>
      Array.from(ids, (id, place) => [`${subject} ${id}`, weights[place] ?? 0] as const),
    ),
  );
}

const none: Library = new Map();

/** The words of all questions of two libraries. */
function allWords(...all: readonly Library[]): Set<string> {
  return new Set(
    all.flatMap((library) => [...wordsOf(library).values()].flatMap(({ weights }) => [...weights.keys()])),
  );
}

test('postings after changes are those of the questions, in the order of subjects and ids', () => {
  fc.assert(
    fc.property(libraries, libraries, (before, after) => {
      const [first, second] = [changesBetween(none, before), changesBetween(before, after)];
      for (const word of allWords(before, after)) {
        const old = first.apply(word, []);
        expect(plain(old)).toEqual(expected(before, word));
        const next = second.apply(word, old);
        expect(plain(next)).toEqual(expected(after, word));
        expect(next.map(({ subject }) => subject)).toEqual(next.map(({ subject }) => subject).sort());
        for (const { ids } of next) expect(ids).toEqual(ids.toSorted());
        // Postings of other words are not read and not written.
        if (!second.words().includes(word)) expect(next).toEqual(old);
      }
    }),
    { numRuns: 60 },
  );
});

test('the vocabulary counts the questions with each word, and keeps no word that no question has', async () => {
  await fc.assert(
    fc.asyncProperty(libraries, libraries, async (before, after) => {
      const old = Vocabulary.empty().with(changesBetween(none, before).countChanges());
      const stored = await Vocabulary.read(await old.write('1'), '1');
      const next = stored?.with(changesBetween(before, after).countChanges());
      const counts = [...allWords(after)].sort().map((word) => {
        const read = [...wordsOf(after).values()];
        return {
          word,
          inQuestions: read.filter(({ weights }) => weights.has(word)).length,
          inTitles: read.filter(({ titleTerms }) => titleTerms.has(word)).length,
        };
      });
      expect(next?.counts).toEqual(counts);
    }),
    { numRuns: 60 },
  );
});

test('a vocabulary of another version is not read', async () => {
  expect(await Vocabulary.read(await Vocabulary.empty().write('1'), '2')).toBeUndefined();
});

test('changes that do not fit the postings are refused', () => {
  const library: Library = new Map([[1, { subjects: ['law'], words: ['tort'], keywords: [] }]]);
  expect(() => changesBetween(library, none).apply('tort', [])).toThrow(SearchIndexMismatch);
});

test('two new questions with one id are refused, and so are too many subjects', () => {
  const changes = new Changes(new Set(subjects));
  changes.add({ after: markdownOf(1, { subjects: ['law'], words: [], keywords: [] }) });
  const other = markdownOf(1, { subjects: ['art'], words: ['tort'], keywords: [] });
  expect(() => {
    changes.add({ after: other });
  }).toThrow('both have the id 1: give one of them another.');
  const many = Array.from({ length: limits.subjects + 1 }, (_, index) => `s${index}`);
  expect(() => new Changes(new Set(many))).toThrow(`at most ${limits.subjects} can be searched`);
});
