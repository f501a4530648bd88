import fc from 'fast-check';
import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { listedPart, sitemapParts, writeSitemap, writeSitemapIndex } from './sitemap';

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

test('the sitemap of the site has the newest day of all subjects', () => {
  const entries = [
    entry('law/a', { id: 1, date: '2025-01-03' }),
    entry('art/b', { id: 2, date: '2025-01-02' }),
    entry('art/c', { id: 3, date: '2025-01-01' }),
  ];
  const changedDays = new Map([['art/c.md', '2025-04-01']]);
  const listed = sitemapParts(new Catalogue(entries, {}), changedDays).map(listedPart);
  expect(listed).toEqual([
    { path: '/sitemaps/site.xml', changed: '2025-04-01' },
    { path: '/sitemaps/art-1.xml', changed: '2025-04-01' },
    { path: '/sitemaps/law-1.xml', changed: '2025-01-03' },
  ]);
});

test('a listed sitemap has the newest known day of its pages', () => {
  fc.assert(
    fc.property(pages, (listed) => {
      const newest = listed
        .flatMap(({ changed }) => changed ?? [])
        .sort()
        .at(-1);
      expect(listedPart({ path: '/sitemaps/law-1.xml', pages: listed })).toEqual({
        path: '/sitemaps/law-1.xml',
        changed: newest,
      });
    }),
  );
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
