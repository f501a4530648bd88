import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { entry } from '@/lib/catalogue/fixtures';
import type { SubjectNames } from '@/lib/catalogue/subjects';
import { listPages } from '@/lib/pages/pages';
import { manifestWith } from './fixtures';
import type { Manifest } from './manifest';
import { partOf, type SubjectKeys } from './part';
import { pagePieces } from './pieces';
import { findEarlier, subjectKeys, unchangedSubjects, type EarlierReleases } from './subject-keys';

const one = entry('law/one', { id: 1, hash: 'first' });
const other = entry('law/other', { id: 2, hash: 'second' });
const art = entry('art/one', { id: 3 });

beforeEach(() => {
  // So that subjects share out the pictures.
  vi.stubEnv('SOCIAL_IMAGES', '3');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const circumstances = { redirects: new Map<string, string>(), template: 'template', compress: false };

function keysOf(catalogue: Catalogue, rest: Partial<typeof circumstances> = {}): Map<string, SubjectKeys> {
  return subjectKeys({ catalogue, changedDays: new Map() }, { ...circumstances, ...rest });
}

function keyOfLaw(entries: readonly Entry[], template = 'template'): string | undefined {
  return keysOf(new Catalogue(entries, {}), { template }).get('law')?.shown;
}

test('the key of a subject stands for all that its pages show but answers', () => {
  const key = keyOfLaw([one, other]);
  expect(keyOfLaw([{ ...one, hash: 'edited' }, other])).toBe(key);
  expect(keyOfLaw([one, other], 'another template')).not.toBe(key);
  expect(keyOfLaw([one])).not.toBe(key);
  const changes: Partial<Entry>[] = [
    { title: 'Title' },
    { question: 'Question?' },
    { author: 'Author' },
    { date: '2025-02-02' },
    { description: 'Description' },
    { keywords: ['keyword'] },
    { related: [other.address] },
    { sources: [{ title: 'Source', url: 'https://example.org' }] },
    { subject: { slug: 'law', name: 'Laws' } },
    { path: 'law/moved.md' },
  ];
  for (const change of changes) {
    expect(keyOfLaw([entry('law/one', { ...one, ...change }), other])).not.toBe(key);
  }
});

test('the key of a large subject changes with another subject only where its pages name that', () => {
  const many = Array.from({ length: 6 }, (_, index) =>
    entry(`law/${index}`, { id: 10 + index, date: '2026-01-01' }),
  );
  const key = keyOfLaw([...many, art]);
  const titled = entry('art/one', { id: 3, title: 'Of art' });
  expect(keyOfLaw([...many, titled])).toBe(key);
  const naming = [entry('law/naming', { related: [art.address] }), ...many];
  expect(keyOfLaw([...naming, titled])).not.toBe(keyOfLaw([...naming, art]));
});

test('what is not shown by all pages of a subject is part of what its files are made of', () => {
  const catalogue = new Catalogue([one, other, art], {});
  const keys = keysOf(catalogue).get('law');
  const moved = new Map([['/learn/law/questions/old', one.address]]);
  const movedElsewhere = new Map([['/learn/art/questions/old', one.address]]);
  const changedDays = new Map([[one.path, '2026-01-01']]);
  const others = [
    keysOf(new Catalogue([{ ...one, hash: 'edited' }, other, art], {})),
    keysOf(catalogue, { redirects: moved }),
    keysOf(catalogue, { compress: true }),
    subjectKeys({ catalogue, changedDays }, circumstances),
  ].map((all) => all.get('law'));
  expect(others.map((found) => found?.shown)).toEqual(others.map(() => keys?.shown));
  expect(new Set([keys, ...others].map((found) => found?.whole)).size).toBe(5);
  expect(keysOf(catalogue, { redirects: movedElsewhere }).get('law')).toEqual(keys);
});

function allPieces(catalogue: Catalogue, earlier: EarlierReleases = new Map()) {
  const library = { catalogue, changedDays: new Map() };
  return [...pagePieces(library, listPages(library), 'template', earlier)];
}

function piecesOf(catalogue: Catalogue, earlier?: EarlierReleases): [path: string, key: string][] {
  return allPieces(catalogue, earlier).map(({ path, key }) => [path, key]);
}

/** A release of all pages. */
function releaseOf(catalogue: Catalogue): Manifest {
  return manifestWith(allPieces(catalogue), keysOf(catalogue));
}

/** So many that none of their subject needs those of others, and most without a picture of its own. */
const large = Array.from({ length: 7 }, (_, index) => entry(`art/large-${index}`, { id: 100 + index }));

/** Questions of three subjects that name each other, share keywords and are of few days; some stand in several subjects. */
const entries = fc
  .uniqueArray(
    fc.record({
      subject: fc.constantFrom('law', 'law', 'physics', 'art'),
      number: fc.nat(12),
      title: fc.constantFrom('What is a tort?', 'What is art?', 'What is force?'),
      date: fc.constantFrom('2025-01-01', '2025-01-02'),
      keywords: fc.subarray(['force', 'tort']),
      related: fc.subarray(['law/1', 'art/2', 'physics/3']),
      canonical: fc.option(fc.constantFrom('law', 'art'), { nil: undefined }),
      hash: fc.constantFrom('one', 'other'),
    }),
    { selector: ({ subject, number }) => `${subject}/${number}`, minLength: 1, maxLength: 20 },
  )
  .map((all) =>
    all.map(({ subject, number, related, canonical, ...rest }) =>
      entry(`${subject}/${number}`, {
        ...rest,
        canonical: canonical && `/learn/${canonical}/questions/${number}`,
        id: number + 1,
        related: related.map((path) => `/learn/${path.replace('/', '/questions/')}`),
      }),
    ),
  );

const names = fc.record<SubjectNames>(
  {
    art: fc.record({ name: fc.constant('Art'), note: fc.constantFrom('A note.', 'Another.') }),
    law: fc.constant({ name: 'Law' }),
  },
  { requiredKeys: [] },
);

test('keys that are known from earlier releases are the same as when they are computed', () => {
  const library = fc.tuple(entries, names).map(([all, known]) => ({ all, known }));
  // Most edits leave most as it is.
  const edited = fc
    .tuple(library, library, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), fc.boolean())
    .map(([before, after, isKept, isRenamed]) => {
      const kept = before.all.filter((_, index) => isKept[index]);
      const known = new Set(kept.map(({ address }) => address));
      const added = after.all.filter(({ address }) => !known.has(address)).slice(0, 2);
      return {
        before: new Catalogue([...large, ...before.all], before.known),
        after: new Catalogue([...large, ...kept, ...added], isRenamed ? after.known : before.known),
      };
    });
  const property = fc.property(edited, ({ before, after }) => {
    const earlier = findEarlier(keysOf(after), [releaseOf(before)]);
    const computed = piecesOf(after);
    expect(piecesOf(after, earlier)).toEqual(computed);
    // And of what is carried over as one, every page is as it was.
    const known = new Map(piecesOf(before));
    for (const slug of unchangedSubjects(keysOf(after), releaseOf(before))) {
      const own = computed.filter(([path]) => partOf(path) === slug);
      expect(own.filter(([path, key]) => known.get(path) !== key)).toEqual([]);
      expect(own).toHaveLength([...known.keys()].filter((path) => partOf(path) === slug).length);
    }
  });
  fc.assert(property, { numRuns: 300 });
});

test('where only an answer was edited, nothing but its page is looked into', () => {
  const before = new Catalogue([one, other, art], {});
  const after = new Catalogue([one, { ...other, hash: 'edited' }, art], {});
  const earlier = findEarlier(keysOf(after), [releaseOf(before)]);
  expect([...earlier.keys()].sort()).toEqual(['art', 'law']);
  const changed = new Map(piecesOf(before));
  const differing = piecesOf(after, earlier).filter(([path, key]) => changed.get(path) !== key);
  expect(differing.map(([path]) => path)).toEqual(['learn/law/questions/other.html']);
});
