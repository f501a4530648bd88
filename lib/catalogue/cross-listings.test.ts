import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Catalogue } from './catalogue';
import { canonicalFirst, crossListed } from './cross-listings';
import type { Entry } from './entry';
import { entry } from './fixtures';

const address = (path: string) => `/learn/${path.replace('/', '/questions/')}`;
const pathsOf = (entries: readonly Entry[]) => entries.map(({ path }) => path.replace('.md', ''));
const groupsOf = (entries: readonly Entry[]) => crossListed(entries, (item) => item).map(pathsOf);

describe('a question in several subjects', () => {
  test('is files with one id and one slug in several subjects', () => {
    const files = [
      entry('physics/heat', { id: 1 }),
      entry('law/tort', { id: 2 }),
      entry('chemistry/heat', { id: 1 }),
      // Another question of the same name, and another name with the same id.
      entry('biology/heat', { id: 3 }),
      entry('biology/warmth', { id: 1 }),
      entry('law/tort', { id: 2, path: 'tort.md' }),
    ];
    expect(groupsOf(files)).toEqual([['chemistry/heat', 'physics/heat']]);
  });

  test('is canonical in the first subject of the alphabet, which is not the first address', () => {
    // As addresses, the hyphen would come before the slash.
    const files = [entry('health-studies/a'), entry('health/a'), entry('physics/a')];
    expect(groupsOf(files)).toEqual([['health/a', 'health-studies/a', 'physics/a']]);
    const [members = []] = crossListed(files, (item) => item);
    expect(pathsOf(canonicalFirst(members))[0]).toBe('health/a');
  });

  test('is canonical where a file says, if that is one of its addresses', () => {
    const members = (canonical: string, other?: string) => [
      entry('art/a', { canonical: other }),
      entry('law/a', { canonical: address(canonical) }),
    ];
    expect(pathsOf(canonicalFirst(members('law/a')))).toEqual(['law/a', 'art/a']);
    expect(pathsOf(canonicalFirst(members('law/b')))).toEqual(['art/a', 'law/a']);
    // The check refuses that; until then, the first decides.
    expect(pathsOf(canonicalFirst(members('law/a', address('art/a'))))).toEqual(['art/a', 'law/a']);
    expect(pathsOf(canonicalFirst(members('law/a', address('art/x'))))).toEqual(['law/a', 'art/a']);
  });
});

describe('a catalogue', () => {
  const copies = [entry('chemistry/fit', { id: 1 }), entry('mathematics/fit', { id: 1 })] as const;
  const [first, second] = copies;
  const catalogue = new Catalogue([...copies, entry('mathematics/sum', { id: 2 })], {});

  test('has each page, and each question once', () => {
    expect(pathsOf(catalogue.entries)).toEqual(['mathematics/sum', 'chemistry/fit', 'mathematics/fit']);
    expect(pathsOf(catalogue.questions)).toEqual(['mathematics/sum', 'chemistry/fit']);
    expect(pathsOf(catalogue.inSubject('mathematics'))).toEqual(['mathematics/sum', 'mathematics/fit']);
    expect(catalogue.canonical(second)).toBe(first);
    expect(catalogue.alsoAt(first)).toEqual([second]);
    expect(catalogue.alsoAt(second)).toEqual([first]);
    expect(catalogue.addressesOf(second)).toEqual([first.address, second.address]);
  });

  test('relates no question to itself, and none twice', () => {
    const self = entry('mathematics/x', {
      id: 9,
      related: [address('chemistry/x'), address('mathematics/fit'), address('chemistry/fit')],
    });
    const library = new Catalogue([self, entry('chemistry/x', { id: 9 }), ...copies], {});
    expect(pathsOf(library.related(self))).toEqual(['mathematics/fit']);
  });

  test('of any files has one canonical address for each question, in whatever order they are read', () => {
    const file = fc.record({
      subject: fc.constantFrom('a', 'a-b', 'b', 'c'),
      number: fc.nat(5),
      canonical: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
      related: fc.array(fc.constantFrom('a/1', 'b/1', 'c/2', 'a-b/2'), { maxLength: 4 }),
    });
    const files = fc.uniqueArray(file, { selector: ({ subject, number }) => `${subject}/${number}` });
    fc.assert(
      fc.property(files, (all) => {
        const entries = all.map(({ subject, number, canonical, related }) =>
          entry(`${subject}/${number}`, {
            id: number + 1,
            canonical: canonical && address(`${canonical}/${number}`),
            related: related.map(address),
          }),
        );
        const library = new Catalogue(entries, {});
        expect(pathsOf(new Catalogue(entries.toReversed(), {}).questions)).toEqual(
          pathsOf(library.questions),
        );
        expect(new Set(library.questions.map(({ id }) => id)).size).toBe(library.questions.length);
        for (const member of library.entries) {
          const canonical = library.canonical(member);
          expect(library.questions).toContain(canonical);
          expect(library.canonical(canonical)).toBe(canonical);
          expect(canonical.id).toBe(member.id);
          const related = library.related(member).map((other) => library.canonical(other));
          expect(new Set(related).size).toBe(related.length);
          expect(related).not.toContain(canonical);
        }
      }),
    );
  });
});
