import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { listSitemaps, partSize, sitemapParts, writeSitemap, writeSitemapIndex } from './sitemap';

const days = fc.option(fc.constantFrom('2023-12-31', '2024-01-01', '2024-10-02', '2025-01-01'), {
  nil: undefined,
});
const pages = fc.array(fc.record({ path: fc.constantFrom('/', '/learn', '/learn/law'), changed: days }), {
  minLength: 1,
});

test('a page or a sitemap whose day of change is unknown has no such element', () => {
  fc.assert(
    fc.property(pages, (listed) => {
      const members = listed.map(
        ({ path, changed }) =>
          `<loc>http://localhost:3000${path === '/' ? '' : path}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}`,
      );
      const written = (xml: string, member: string) =>
        [...xml.matchAll(new RegExp(`<${member}>(.*?)</${member}>`, 'g'))].map(([, content]) => content);
      expect(written(writeSitemap(listed), 'url')).toEqual(members);
      expect(written(writeSitemapIndex(listed), 'sitemap')).toEqual(members);
    }),
  );
});

/** The path and the newest day of each sitemap. */
const summariesOf = (...library: Parameters<typeof sitemapParts>) =>
  sitemapParts(...library).map(({ path, pages: listed }) => ({
    path,
    changed: listed
      .flatMap(({ changed }) => changed ?? [])
      .sort()
      .at(-1),
  }));

describe('the list of sitemaps has the newest day of the pages of each', () => {
  const questions = fc.uniqueArray(
    fc.record({
      subject: fc.constantFrom('law', 'art', 'physics'),
      number: fc.nat(70),
      date: fc.constantFrom('2024-01-01', '2024-10-02'),
      keywords: fc.subarray(['tort', 'Tort', 'force', '!']),
      canonical: fc.option(fc.constantFrom('law', 'art'), { nil: undefined }),
      changed: days,
    }),
    { selector: ({ subject, number }) => `${subject}/${number}`, maxLength: 150 },
  );

  test('for any library', () => {
    fc.assert(
      fc.property(questions, (all) => {
        const entries = all.map(({ subject, number, canonical, date, keywords }) =>
          entry(`${subject}/${number}`, {
            id: number + 1,
            date,
            keywords,
            canonical: canonical && entry(`${canonical}/${number}`).address,
          }),
        );
        const changedDays = new Map(
          all.flatMap(({ subject, number, changed }): [string, string][] =>
            changed === undefined ? [] : [[`${subject}/${number}.md`, changed]],
          ),
        );
        const catalogue = new Catalogue(entries, {});
        expect(listSitemaps(catalogue, changedDays)).toEqual(summariesOf(catalogue, changedDays));
      }),
    );
  });

  // The pages of three questions: their own, the page of the subject, its index and the topics.
  const mostTopics = partSize - 5;

  test.each([
    ['as many pages as a sitemap may have', mostTopics, [], 1],
    ['one page more', mostTopics + 1, [], 2],
    // Of a question in two subjects, only one page is listed.
    ['as many listed pages as a sitemap may have, and another page', mostTopics + 1, ['art/0'], 1],
    ['as many pages in two sitemaps as they may have', mostTopics + partSize, [], 2],
    ['one page more than two may have', mostTopics + partSize + 1, [], 3],
  ])('for a subject with %s', (_, count, others, expected) => {
    const keywords = Array.from({ length: count }, (__, index) => `topic ${index}`);
    const entries = ['law/0', 'law/1', 'law/2', ...others].map((path, index) =>
      entry(path, { id: (index % 3) + 1, keywords: path.startsWith('law') ? keywords : [] }),
    );
    const changedDays = new Map([['law/2.md', '2025-03-01']]);
    const catalogue = new Catalogue(entries, {});
    const listed = listSitemaps(catalogue, changedDays);
    expect(listed).toEqual(summariesOf(catalogue, changedDays));
    expect(listed.filter(({ path }) => path.startsWith('/sitemaps/law-'))).toHaveLength(expected);
  });

  test('also if keywords that differ only in case, or that have no slug, seem to be more topics', () => {
    const keywords = Array.from({ length: mostTopics }, (_, index) => `topic ${index}`);
    const entries = [0, 1, 2].map((index) =>
      entry(`law/${index}`, { id: index + 1, keywords: [...keywords, 'Topic 1', '!'] }),
    );
    const catalogue = new Catalogue(entries, {});
    const listed = listSitemaps(catalogue, new Map());
    expect(listed).toEqual(summariesOf(catalogue, new Map()));
    expect(listed).toHaveLength(2);
  });
});

test('signs of an address that XML reserves are escaped', () => {
  const xml = writeSitemap([{ path: '/a?b=1&c=<d>', changed: undefined }]);
  expect(xml).toContain('<loc>http://localhost:3000/a?b=1&amp;c=&lt;d&gt;</loc>');
});

test('every list of a subject has the day of the newest change among the questions that it shows', () => {
  const entries = Array.from({ length: 60 }, (_, index) =>
    entry(`law/q${index}`, { id: index + 1, keywords: index < 3 ? ['Tort'] : [] }),
  );
  const changed = new Map([
    ['law/q0.md', '2025-03-01'],
    ['law/q59.md', '2025-04-01'],
  ]);
  const [site, law] = sitemapParts(new Catalogue(entries, {}), changed);
  const dayOf = new Map(
    [...(site?.pages ?? []), ...(law?.pages ?? [])].map((page) => [page.path, page.changed]),
  );
  expect(dayOf.get('/learn/law/page/1')).toBe('2025-03-01');
  expect(dayOf.get('/learn/law/page/2')).toBe('2025-04-01');
  expect(dayOf.get('/learn/law/topics/tort')).toBe('2025-03-01');
  for (const path of ['/', '/learn', '/learn/law', '/learn/law/a-z'])
    expect(dayOf.get(path)).toBe('2025-04-01');
});
