import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { expect, test } from '@playwright/test';
import * as z from 'zod';

import { readChangedDays } from '@/lib/catalogue/changed-days';
import { loadCatalogue } from '@/lib/catalogue/load';
import { crawl, fetchOne, type Answer, type CrawledPage } from './crawler';
import { librarySite, movedQuestion, sourceContent, sourceSite } from './sites';
import { faultsOfHtml } from './valid-html';
import { expectValidXml } from './valid-xml';

// Each site is crawled once for all its tests.
test.describe.configure({ mode: 'default' });

const feedTypes = ['application/atom+xml', 'application/rss+xml', 'application/feed+json'];

const crawled = new Map<string, Promise<Map<string, Answer>>>();

function crawlOnce(site: string): Promise<Map<string, Answer>> {
  const answers = crawled.get(site) ?? crawl(site);
  crawled.set(site, answers);
  return answers;
}

async function pagesOf(site: string): Promise<[path: string, answer: Answer][]> {
  return [...(await crawlOnce(site))].filter(([, { type }]) => type.startsWith('text/html'));
}

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location = '']) => location);
}

function unreached(path: string): CrawledPage {
  throw new Error(`${path} was not reached`);
}

/** The index of sitemaps from robots.txt, and the addresses of its sitemaps. */
async function sitemapOf(site: string): Promise<{ index: string; parts: string[] }> {
  const robots = await fetchOne(site, '/robots.txt');
  expect(robots.status).toBe(200);
  const [, address = ''] = /^Sitemap: (\S+)$/m.exec(robots.text) ?? [];
  const read = async (url: string) => {
    expect(url.startsWith(`${site}/`), url).toBe(true);
    const { status, type, text } = await fetchOne(site, url.slice(site.length));
    expect([status, type.split(';')[0]], url).toEqual([200, 'application/xml']);
    return text;
  };
  const index = await read(address);
  return { index, parts: await Promise.all(locations(index).map(read)) };
}

const article = z.looseObject({
  '@graph': z.array(z.looseObject({ '@type': z.union([z.string(), z.array(z.string())]) })),
});

for (const [name, site, content] of [
  ['the library', librarySite, resolve('content')],
  ['the source site', sourceSite, sourceContent],
] as const) {
  test.describe(`crawling ${name}`, () => {
    test('finds no broken link and no chain of redirects', async () => {
      const answers = await crawlOnce(site);
      const broken: string[] = [];
      for (const [path, { status, location, from }] of answers) {
        const isMoved = status === 301 && location !== undefined;
        const last = isMoved ? await fetchOne(site, new URL(location, site + path).pathname) : undefined;
        if ((last?.status ?? status) !== 200) broken.push(`${from} leads to ${path}: ${status}`);
      }
      expect(broken).toEqual([]);
      expect(answers.size).toBeGreaterThan(60);
    });

    test('finds the target of every fragment', async () => {
      const answers = await crawlOnce(site);
      const missing = (await pagesOf(site)).flatMap(([path, { page }]) =>
        page.links
          .filter(({ element, fragment }) => element === 'a' && fragment !== '')
          .filter((link) => !answers.get(link.path)?.page.ids.has(link.fragment))
          .map((link) => `${path} leads to ${link.path}#${link.fragment}`),
      );
      expect(missing).toEqual([]);
    });

    test('reaches every page of the sitemap within four links, and no other page that search engines may list', async () => {
      const { parts } = await sitemapOf(site);
      const paths = parts.flatMap(locations).map((location) => location.slice(site.length) || '/');
      const listed = (await pagesOf(site)).filter(([, { page }]) => !page.robots.includes('noindex'));
      expect(paths.toSorted()).toEqual(listed.map(([path]) => path).sort());
      expect(new Set(paths).size).toBe(paths.length);
      for (const [path, { status, depth, page }] of listed) {
        expect(status, path).toBe(200);
        expect(depth, path).toBeLessThanOrEqual(4);
        expect(page.canonical, path).toBe(path === '/' ? site : site + path);
        expect(page.robots, path).toBe('index, follow, max-image-preview:large, max-snippet:-1');
        expect(page.h1, path).toHaveLength(1);
      }
      const unlisted = (await pagesOf(site)).filter(([, { page }]) => page.robots.includes('noindex'));
      expect(unlisted.map(([path]) => path).sort()).toEqual(['/search', '/study']);
    });

    test('finds a different title and description on every page', async () => {
      for (const part of ['title', 'description'] as const) {
        const seen = new Map<string, string>();
        for (const [path, { page }] of await pagesOf(site)) {
          expect(page[part], `the ${part} of ${path}`).not.toBe('');
          expect(seen.get(page[part].toLowerCase()), `the ${part} of ${path}`).toBeUndefined();
          seen.set(page[part].toLowerCase(), path);
        }
      }
    });

    test('finds valid sitemaps whose days depend only on the content', async () => {
      const { index, parts } = await sitemapOf(site);
      await expectValidXml(index, 'sitemap');
      for (const part of parts) await expectValidXml(part, 'sitemap');
      const changedDays = await readChangedDays(content);
      for (const entry of loadCatalogue(content).entries) {
        const day = [entry.date, changedDays.get(entry.path) ?? ''].sort().at(-1) ?? '';
        const line = `<url><loc>${site}${entry.address}</loc><lastmod>${day}</lastmod></url>`;
        expect(
          parts.some((part) => part.includes(line)),
          line,
        ).toBe(true);
      }
    });

    test('finds valid feeds of the site and of every subject, with links from their pages', async () => {
      const answers = await crawlOnce(site);
      const { entries, subjects } = loadCatalogue(content);
      const feeds = [
        { path: '/', prefix: '', entries },
        ...subjects.map(({ slug }) => ({
          path: `/learn/${slug}`,
          prefix: `/learn/${slug}`,
          entries: entries.filter(({ subject }) => subject.slug === slug),
        })),
      ];
      for (const feed of feeds) {
        const advertised = answers.get(feed.path)?.page.links.filter(({ type }) => feedTypes.includes(type));
        const [atom, rss, json] = ['atom.xml', 'rss.xml', 'feed.json'].map(
          (file) => `${feed.prefix}/${file}`,
        );
        expect(advertised?.map(({ path, type }) => [path, type])).toEqual([
          [atom, feedTypes[0]],
          [rss, feedTypes[1]],
          [json, feedTypes[2]],
        ]);
        const newest = feed.entries.slice(0, 50).map(({ address }) => site + address);
        const atomText = answers.get(atom ?? '')?.text ?? '';
        await expectValidXml(atomText, 'atom');
        expect(
          [...atomText.matchAll(/<entry>\n.*\n.*\n<link [^>]*href="([^"]*)"/g)].map(([, url]) => url),
        ).toEqual(newest);
        const rssText = answers.get(rss ?? '')?.text ?? '';
        await expectValidXml(rssText, 'rss');
        expect(rssText.match(/<item>/g)).toHaveLength(newest.length);
        const jsonFeed = jsonFeedShape.parse(JSON.parse(answers.get(json ?? '')?.text ?? ''));
        expect(jsonFeed.items.map(({ url }) => url)).toEqual(newest);
        for (const { content_html: html } of jsonFeed.items) {
          expect(html).not.toMatch(/(?:href|src)="(?!https?:|mailto:)/);
          expect(html.length).toBeGreaterThan(20);
        }
      }
    });

    test('finds the contents of its file on every question page', async () => {
      const answers = await crawlOnce(site);
      const changedDays = await readChangedDays(content);
      const { entries, subjects } = loadCatalogue(content);
      const house = {
        '@type': 'Organization',
        '@id': `${site}/#organization`,
        name: 'QuickTakes',
        url: site,
        logo: `${site}/icons/icon-512.png`,
      };
      for (const entry of entries) {
        const page = answers.get(entry.address)?.page ?? unreached(entry.address);
        expect(page.jsonLd, entry.address).toHaveLength(1);
        const nodes = article.parse(JSON.parse(page.jsonLd[0] ?? ''))['@graph'];
        const url = site + entry.address;
        const subject = subjects.find(({ slug }) => slug === entry.subject.slug);
        const subjectUrl = `${site}/learn/${entry.subject.slug}`;
        const { image, ...rest } = nodes[0] ?? { '@type': 'nothing', image: undefined };
        if (typeof image === 'string') {
          expect((await fetchOne(site, image.slice(site.length))).status, image).toBe(200);
        }
        expect(rest, entry.address).toEqual({
          '@type': ['Article', 'LearningResource'],
          '@id': `${url}#article`,
          headline: entry.question,
          description: entry.description,
          url,
          mainEntityOfPage: url,
          ...(entry.shortAnswer !== undefined && { abstract: entry.shortAnswer }),
          author: entry.author === 'QuickTakes' ? house : { '@type': 'Person', name: entry.author },
          publisher: house,
          datePublished: entry.date,
          dateModified: [entry.date, changedDays.get(entry.path) ?? ''].sort().at(-1),
          about: { '@type': 'Thing', name: subject?.name },
          ...(entry.keywords.length > 0 && { keywords: entry.keywords }),
          ...(entry.sources.length > 0 && {
            citation: entry.sources.map((source) => ({
              '@type': 'CreativeWork',
              name: source.title,
              url: source.url,
              ...(source.year !== undefined && {
                datePublished: source.year > 0 ? String(source.year).padStart(4, '0') : expect.any(String),
              }),
            })),
          }),
          isPartOf: { '@type': 'CollectionPage', '@id': subjectUrl, name: subject?.name, url: subjectUrl },
          inLanguage: 'en',
          isAccessibleForFree: true,
        });
        expect(nodes[1], entry.address).toEqual({
          '@type': 'BreadcrumbList',
          itemListElement: [
            { '@type': 'ListItem', position: 1, name: 'Home', item: site },
            { '@type': 'ListItem', position: 2, name: 'Subjects', item: `${site}/learn` },
            { '@type': 'ListItem', position: 3, name: subject?.name, item: subjectUrl },
            { '@type': 'ListItem', position: 4, name: entry.question, item: url },
          ],
        });
        // Structured data must contain only text that the page shows.
        expect(page.h1).toEqual([entry.question]);
        expect(nodes[2]?.['@type']).toBe(entry.shortAnswer === undefined ? undefined : 'Quiz');
        expect(nodes).toHaveLength(entry.shortAnswer === undefined ? 2 : 3);
        if (entry.shortAnswer === undefined) continue;
        expect(page.bodyText).toContain(entry.shortAnswer);
        expect(nodes[2]?.hasPart, entry.address).toEqual({
          '@type': 'Question',
          eduQuestionType: 'Flashcard',
          text: entry.question,
          acceptedAnswer: { '@type': 'Answer', text: entry.shortAnswer },
        });
      }
    });

    test('finds the members of every list in its structured data', async () => {
      const answers = await crawlOnce(site);
      for (const [path, { page }] of await pagesOf(site)) {
        const isList = /^\/learn(\/[^/]+(\/(a-z|page\/\d+|topics\/[^/]+))?)?$/.test(path);
        if (!isList) continue;
        const [list] = article.parse(JSON.parse(page.jsonLd[0] ?? ''))['@graph'];
        const { mainEntity } = collection.parse(list);
        expect(mainEntity.itemListElement.length, path).toBe(Math.min(50, mainEntity.numberOfItems));
        const linked = new Set(page.links.filter(({ element }) => element === 'a').map((link) => link.path));
        for (const { url, name: title } of mainEntity.itemListElement) {
          const target = url.slice(site.length);
          expect(linked.has(target), `${path} lists ${target}`).toBe(true);
          expect(page.bodyText).toContain(title);
          expect(answers.get(target)?.status).toBe(200);
        }
      }
    });

    test('finds valid HTML', async () => {
      const faults: string[] = [];
      for (const [path, { text }] of await pagesOf(site)) faults.push(...(await faultsOfHtml(text, path)));
      const missing = await fetchOne(site, '/no-such-page');
      faults.push(...(await faultsOfHtml(missing.text, '/no-such-page')));
      expect(faults).toEqual([]);
    });

    test('gets status 404 at unknown addresses', async () => {
      for (const path of ['/nothing', '/learn/nothing', '/learn/nothing.md', '/sitemaps/nothing.xml']) {
        const { status, page } = await fetchOne(site, path);
        expect([status, page.robots, page.canonical], path).toEqual([404, 'noindex', '']);
      }
      const [missing] = (await fetchOne(site, '/nothing')).page.h1;
      for (const [path, { page }] of await pagesOf(site)) expect(page.h1, path).not.toContain(missing);
    });

    test('finds the Markdown copies through llms.txt', async () => {
      const answers = await crawlOnce(site);
      const { status, type, text } = await fetchOne(site, '/llms.txt');
      expect([status, type.split(';')[0]]).toEqual([200, 'text/plain']);
      const links = [...text.matchAll(/\]\((\S+)\)/g)].map(([, url = '']) => url.slice(site.length));
      expect(links.filter((path) => path.endsWith('.md')).length).toBeGreaterThan(0);
      for (const path of links) {
        expect(answers.get(path)?.status ?? (await fetchOne(site, path)).status, path).toBe(200);
      }
    });
  });
}

const jsonFeedShape = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  description: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.literal('en'),
  items: z.array(
    z.strictObject({
      id: z.string().startsWith('tag:'),
      url: z.url(),
      title: z.string().min(1),
      summary: z.string().min(1),
      content_html: z.string(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(z.strictObject({ name: z.string().min(1) })).length(1),
      tags: z.array(z.string().min(1)).min(1).optional(),
    }),
  ),
});

const collection = z.looseObject({
  '@type': z.literal('CollectionPage'),
  mainEntity: z.looseObject({
    '@type': z.literal('ItemList'),
    numberOfItems: z.int().positive(),
    itemListElement: z.array(z.looseObject({ url: z.url(), name: z.string().min(1) })),
  }),
});

test('the home page says what the site is and who publishes it', async () => {
  const { page } = await fetchOne(librarySite, '/');
  expect(JSON.parse(page.jsonLd[0] ?? '')).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Organization',
        '@id': `${librarySite}/#organization`,
        name: 'QuickTakes',
        url: librarySite,
        logo: `${librarySite}/icons/icon-512.png`,
      },
      {
        '@type': 'WebSite',
        '@id': `${librarySite}/#website`,
        name: 'QuickTakes',
        description: page.description,
        url: librarySite,
        inLanguage: 'en',
        publisher: { '@id': `${librarySite}/#organization` },
      },
    ],
  });
});

test('the schemas reject invalid documents', async () => {
  const { index, parts } = await sitemapOf(librarySite);
  const atom = (await fetchOne(librarySite, '/atom.xml')).text;
  const rss = (await fetchOne(librarySite, '/rss.xml')).text;
  for (const [schema, xml, part, wrong] of [
    ['sitemap', index, /<loc>[^<]*<\/loc>/, ''],
    ['sitemap', parts[0] ?? '', /<lastmod>[^<]*/, '<lastmod>2025-02-30'],
    ['sitemap', parts[0] ?? '', /<loc>[^<]*/, '<loc>/learn'],
    ['sitemap', parts[0] ?? '', /<\/urlset>/, ''],
    ['atom', atom, /<updated>[^<]*/, '<updated>2025-01-01T00:00:00'],
    ['atom', atom, /<id>[^<]*<\/id>/, ''],
    [
      'atom',
      atom,
      /<id>tag:[^<]*question[^<]*/,
      `<id>${/tag:[^<]*question[^<]*(?=<)/.exec(atom.slice(atom.lastIndexOf('<entry>')))?.[0] ?? ''}`,
    ],
    ['rss', rss, /<pubDate>[^<]*/, '<pubDate>2025-01-01'],
    ['rss', rss, /<guid [^>]*>[^<]*<\/guid>/, ''],
  ] as const) {
    const changed = xml.replace(part, wrong);
    expect(changed).not.toBe(xml);
    await expect(expectValidXml(changed, schema), String(part)).rejects.toThrow();
  }
});

test('every earlier address of a question redirects once, with status 301', async () => {
  for (const old of movedQuestion.from) {
    const { status, location } = await fetchOne(sourceSite, old);
    expect([status, location]).toEqual([301, movedQuestion.to]);
    // Hosts without redirects serve a page that redirects.
    const html = await readFile(`test-results/source${old}.html`, 'utf8');
    expect(html).toContain(`<link rel="canonical" href="${sourceSite}${movedQuestion.to}">`);
    expect(html).toContain(`content="0;url=${movedQuestion.to}"`);
    expect(await faultsOfHtml(html, old)).toEqual([]);
  }
  expect((await fetchOne(sourceSite, movedQuestion.to)).status).toBe(200);
});

test('other spellings of an address redirect to it', async () => {
  for (const [written, meant] of [
    ['/learn/', '/learn'],
    ['/learn.html', '/learn'],
    ['/learn/medicine/', '/learn/medicine'],
  ] as const) {
    const { status, location } = await fetchOne(librarySite, written);
    expect([status, location]).toEqual([301, meant]);
  }
});
