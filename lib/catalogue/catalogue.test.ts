import { describe, expect, test } from 'vitest';

import { Catalogue } from './catalogue';
import type { Entry } from './entry';
import { entry } from './fixtures';

const paths = (entries: readonly (Entry | undefined)[]) =>
  entries.map((found) => found?.path.replace('.md', ''));

describe('order', () => {
  const catalogue = new Catalogue(
    [
      entry('law/old', { date: '2024-01-01', id: 1 }),
      entry('law/new', { date: '2025-01-01', id: 2 }),
      entry('law/new-too', { date: '2025-01-01', id: 3 }),
      entry('art/newest', { date: '2025-02-01', id: 4 }),
    ],
    {},
  );

  test('is newest first, of one day by id', () => {
    expect(paths(catalogue.entries)).toEqual(['art/newest', 'law/new-too', 'law/new', 'law/old']);
    expect(paths(catalogue.inSubject('law'))).toEqual(['law/new-too', 'law/new', 'law/old']);
    expect(catalogue.inSubject('medicine')).toEqual([]);
  });

  test('gives each question its neighbours in the subject', () => {
    const neighbours = (path: string) => {
      const found = catalogue.find(`/learn/${path.replace('/', '/questions/')}`);
      if (!found) throw new Error(path);
      const { previous, next } = catalogue.neighbours(found);
      return paths([previous, next]);
    };
    expect(neighbours('law/new')).toEqual(['law/old', 'law/new-too']);
    expect(neighbours('law/old')).toEqual([undefined, 'law/new']);
    expect(neighbours('art/newest')).toEqual([undefined, undefined]);
  });
});

describe('subjects', () => {
  const named = (name: string) => ({ subject: { slug: 'computer-science', name } });
  const entries = [
    entry('computer-science/a', named('Computer science')),
    entry('computer-science/b', named('Computer Science')),
    entry('computer-science/c', named('Computer Science')),
    entry('art/d'),
  ];

  test('have the name most documents give them, and a count', () => {
    const { subjects } = new Catalogue(entries, {});
    expect(subjects.map(({ name, count }) => [name, count])).toEqual([
      ['art', 1],
      ['Computer Science', 3],
    ]);
  });

  test('have the name, description and accent of subjects.yaml; one without questions does not appear', () => {
    const catalogue = new Catalogue(entries, {
      'computer-science': { name: 'Computing', description: 'About computers.', accent: 'teal' },
      law: { name: 'Law' },
    });
    expect(catalogue.subject('computer-science')).toEqual({
      slug: 'computer-science',
      name: 'Computing',
      description: 'About computers.',
      accent: 'teal',
      count: 3,
    });
    expect(catalogue.subject('law')).toBeUndefined();
  });
});

describe('related articles', () => {
  const related = (entries: Entry[]) => {
    const [first] = entries;
    if (!first) throw new Error('no entries');
    return paths(new Catalogue(entries, {}).related(first));
  };
  const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((slug, index) =>
    entry(`law/${slug}`, { id: 100 + index }),
  );

  test('are those the editor named: once each, never itself, only what exists', () => {
    const named = ['law/d', 'law/x', 'law/d', 'law/gone', 'law/b', 'law/a', 'law/c', 'law/e', 'law/f'];
    const self = entry('law/x', {
      related: named.map((path) => `/learn/${path.replace('/', '/questions/')}`),
    });
    expect(related([self, ...others])).toEqual(['law/d', 'law/b', 'law/a', 'law/c', 'law/e']);
  });

  test('are filled up with the nearest, the same subject first, of equals the newest', () => {
    const self = entry('law/what-is-a-contract', {
      description: 'An agreement that a court enforces.',
      related: ['/learn/art/questions/named'],
    });
    const library = [
      self,
      entry('art/named'),
      entry('art/contract', { keywords: ['contract', 'court', 'agreement'] }),
      entry('law/unlike', { id: 5 }),
      entry('law/unlike-too', { id: 6 }),
      entry('law/court', { description: 'What a court does.' }),
    ];
    expect(related(library)).toEqual([
      'art/named',
      'law/court',
      'law/unlike-too',
      'law/unlike',
      'art/contract',
    ]);
  });

  test('are as many as there are, in a small library', () => {
    expect(related([entry('law/alone')])).toEqual([]);
    expect(related([entry('law/x'), entry('art/y')])).toEqual(['art/y']);
  });

  test('do not depend on the order in which files are read', () => {
    const library = [entry('law/x'), ...others];
    const [first, ...rest] = library;
    if (!first) throw new Error('no entries');
    expect(related([first, ...rest.toReversed()])).toEqual(related(library));
  });
});

test('of two that claim one address, the one in its rightful place is shown', () => {
  const rightful = entry('law/a', { id: 1 });
  const other = entry('law/a', { id: 9, date: '2030-01-01', path: 'a.md' });
  const catalogue = new Catalogue([other, rightful], {});
  expect(catalogue.entries).toEqual([rightful]);
  expect(catalogue.subjects[0]?.count).toBe(1);
});

test('a subject may be called what every object has', () => {
  const [subject] = new Catalogue([entry('constructor/a')], {}).subjects;
  expect(subject?.name).toBe('constructor');
});
