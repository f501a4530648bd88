import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { archivePages } from '@/lib/catalogue/archive';
import { Catalogue, type Subject } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import {
  archiveView,
  homeView,
  indexView,
  searchView,
  studyView,
  subjectsView,
  subjectView,
  topicView,
} from './lists';

const names = {
  law: { name: 'The Law', accent: 'teal', description: 'Rules.', note: 'No advice.' },
} as const;

/** Questions of two subjects, of which every third is in art. The newest has the highest number. */
function libraryOf(count: number): Catalogue {
  const entries = Array.from({ length: count }, (_, index) =>
    entry(`${index % 3 === 2 ? 'art' : 'law'}/q${index}`, {
      id: index + 1,
      title: `What is \`thing ${index}\` & that?`,
      date: `2025-01-${String((index % 28) + 1).padStart(2, '0')}`,
      keywords: ['Tort'],
    }),
  );
  return new Catalogue(entries, names);
}

function subjectOf(catalogue: Catalogue, slug: string): Subject {
  const subject = catalogue.subject(slug);
  if (!subject) throw new Error(`there is no subject ${slug}`);
  return subject;
}

const catalogue = libraryOf(40);
const law = subjectOf(catalogue, 'law');
const addresses = (questions: readonly { address: string }[]) => questions.map(({ address }) => address);
const newest = addresses(catalogue.questions);

describe('lists of the whole library', () => {
  test('the home page counts all questions and shows the ten newest, each with its subject', () => {
    const { count, subjects, newest: shown } = homeView(catalogue);
    expect(count).toBe(40);
    expect(subjects).toBe(catalogue.subjects);
    expect(addresses(shown)).toEqual(newest.slice(0, 10));
    for (const { address, subject } of shown) {
      expect(subject).toEqual(
        address.startsWith('/learn/law/')
          ? { name: 'The Law', accent: 'teal' }
          : { name: 'art', accent: 'blue' },
      );
    }
  });

  test('the search page shows the five newest', () => {
    expect(addresses(searchView(catalogue).newest)).toEqual(newest.slice(0, 5));
  });

  test('a library with few questions shows all of them', () => {
    expect(homeView(libraryOf(3)).newest).toHaveLength(3);
  });

  test('the page of subjects and the study page show every subject with its number of questions', () => {
    expect(subjectsView(catalogue).subjects.map(({ slug, count }) => [slug, count])).toEqual([
      ['art', 13],
      ['law', 27],
    ]);
    expect(studyView(catalogue).subjects).toEqual([
      { slug: 'art', name: 'art', accent: 'blue', cardCount: 13 },
      { slug: 'law', name: 'The Law', accent: 'teal', cardCount: 27 },
    ]);
  });
});

describe('lists of a subject', () => {
  test('do not repeat the name of the subject beside each question', () => {
    for (const { subject } of subjectView(catalogue, law).newest) expect(subject).toBeUndefined();
  });

  test('show titles as plain text, without the marks of code', () => {
    const [topic] = catalogue.topicsIn('law');
    if (!topic) throw new Error('the subject has no topic');
    const { questions, name, slug } = topicView(catalogue, law, topic);
    expect({ name, slug }).toEqual({ name: 'Tort', slug: 'tort' });
    expect(addresses(questions)).toEqual(addresses(catalogue.inSubject('law')));
    for (const { title } of questions) expect(title).toMatch(/^What is thing \d+ & that\?$/);
  });

  test('have no number of questions, except those pages that show it', () => {
    // Otherwise, every new question would change every topic page and every archive page.
    const head = { slug: 'law', name: 'The Law', description: 'Rules.', accent: 'teal' };
    const [topic] = catalogue.topicsIn('law');
    const [page] = archivePages(catalogue.inSubject('law').concat(catalogue.inSubject('law')));
    if (!topic || !page) throw new Error('the subject has no topic, or no archive');
    expect(topicView(catalogue, law, topic).subject).toEqual(head);
    expect(archiveView(catalogue, law, page).subject).toEqual(head);
    expect(indexView(catalogue, law)).toMatchObject({ subject: head, count: 27 });
    expect(subjectView(catalogue, law).subject).toBe(law);
  });

  test('contain each question once, in the index and in the archive', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 260 }), (count) => {
        const library = libraryOf(count);
        const subject = subjectOf(library, 'law');
        const entries = library.inSubject('law');
        const all = addresses(entries).sort();
        const { letters } = indexView(library, subject);
        expect(letters.flatMap(({ questions }) => addresses(questions)).sort()).toEqual(all);

        const { newest: first, archive } = subjectView(library, subject);
        expect(addresses(first)).toEqual(addresses(entries.slice(0, 50)));
        const pages = archivePages(entries).map((page) => archiveView(library, subject, page));
        expect(archive).toEqual(pages.map(({ number, from, to }) => ({ number, from, to })));
        if (pages.length === 0) expect(first).toHaveLength(all.length);
        else expect(pages.flatMap(({ items }) => addresses(items)).sort()).toEqual(all);
        // Only the last page has the newest question.
        for (const { isLast, items } of pages) {
          expect(isLast).toBe(addresses(items).includes(entries[0]?.address ?? ''));
        }
      }),
      { numRuns: 8, examples: [[76], [75], [150], [151]] },
    );
  });
});

test('a question in another subject than its canonical one has its canonical address beside it', () => {
  const both = ['art', 'law'].map((subject) =>
    entry(`${subject}/both`, { id: 1, canonical: '/learn/law/questions/both' }),
  );
  const library = new Catalogue(both, names);
  const [inArt, inLaw] = ['art', 'law'].map(
    (slug) => indexView(library, subjectOf(library, slug)).letters[0]?.questions,
  );
  expect(inArt).toEqual([
    { address: '/learn/art/questions/both', title: 'both', canonical: '/learn/law/questions/both' },
  ]);
  expect(inLaw).toEqual([{ address: '/learn/law/questions/both', title: 'both' }]);
  expect(homeView(library)).toMatchObject({ count: 1, newest: [{ address: '/learn/law/questions/both' }] });
});
