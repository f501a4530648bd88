import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import pMap from 'p-map';

import { questionPath } from '@/lib/site';
import { freePort } from '@/lib/testing/free-port';
import { writeFiles } from '@/lib/testing/write-files';
import { SearchableLibrary } from '@/public/scripts/search/library.js';
import { fetchOne } from './crawler';
import { generateLibrary } from './cross-listed-content';
import { expectAccessibleEverywhere } from './page-checks';
import { ownServer, startServer, type RunningServer } from './servers';
import { TemporaryLibrary } from './temporary-library';

/** Number of files in the library, set by `CROSS_LISTED_FILES`. */
const fileCount = Number(process.env.CROSS_LISTED_FILES ?? 300);

const requestsAtOnce = 8;

const { questions, files } = generateLibrary(fileCount);

let library: TemporaryLibrary;
let server: RunningServer | undefined;
let site: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000 + fileCount * 300);
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  library = await TemporaryLibrary.empty();
  library.siteUrl = site;
  const moved = questions.map(({ canonical, slug }) => {
    const old = questionPath(canonical, `-once--${slug}`.slice(0, 200));
    return `${old}: ${questionPath(canonical, slug)}\n`;
  });
  await writeFiles(join(library.folder, 'content'), [
    ...files,
    ['redirects.yaml', moved.slice(0, 20).join('')],
  ]);
  await library.build('out');
  server = await startServer(ownServer, join(library.folder, 'out'), port);
});

test.afterAll(async () => {
  await server?.stop();
  await library.remove();
});

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location = '']) => location);
}

test(`every address of ${fileCount} files is a page with the canonical address of its question`, async () => {
  test.setTimeout(60_000 + fileCount * 100);
  const faults: string[] = [];
  const expectSame = (address: string, part: string, found: unknown, expected: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      faults.push(`${address}: ${part} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
    }
  };
  const pages = questions.flatMap((question) => question.subjects.map((subject) => ({ question, subject })));
  expect(pages).toHaveLength(fileCount);
  await pMap(
    pages,
    async ({ question, subject }) => {
      const { canonical, slug, subjects } = question;
      const address = questionPath(subject, slug);
      const url = site + questionPath(canonical, slug);
      const { status, text, page } = await fetchOne(site, address);
      expectSame(address, 'the status', status, 200);
      expectSame(address, 'the canonical', page.canonical, url);
      expectSame(address, 'og:url', /property="og:url" content="([^"]*)"/.exec(text)?.[1], url);
      const {
        '@graph': [article],
      } = JSON.parse(page.jsonLd[0] ?? '') as { '@graph': Record<string, unknown>[] };
      expectSame(address, 'the article', [article?.url, article?.mainEntityOfPage], [url, url]);
      const others = subjects.filter((other) => other !== subject).map((other) => questionPath(other, slug));
      const [, alsoIn = ''] = /<p class="also-in">(.*?)<\/p>/.exec(text) ?? [];
      const named = [...alsoIn.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
      expectSame(address, '"Also in"', named.sort(), others.sort());
      const [, related = ''] = /aria-labelledby="related"(.*?)<\/section>/.exec(text) ?? [];
      const slugs = [...related.matchAll(/href="[^"]*\/([^"/]*)"/g)].map(([, href = '']) => href);
      expectSame(
        address,
        'a related question',
        slugs,
        [...new Set(slugs)].filter((other) => other !== slug),
      );
      expectSame(address, 'its Markdown', (await fetchOne(site, `${address}.md`)).status, 200);
    },
    { concurrency: requestsAtOnce },
  );
  expect(faults).toEqual([]);
});

test('sitemaps, feeds, llms.txt and structured data contain every canonical address once, and no other address', async () => {
  const read = async (path: string) => {
    const { status, text } = await fetchOne(site, path);
    expect(status, path).toBe(200);
    return text;
  };
  const canonicals = questions.map(({ canonical, slug }) => site + questionPath(canonical, slug)).sort();
  const parts = locations(await read('/sitemap.xml'));
  const listed = (await Promise.all(parts.map((part) => read(part.slice(site.length))))).flatMap(locations);
  expect(listed.filter((url) => url.includes('/questions/')).sort()).toEqual(canonicals);

  const known = new Set(canonicals);
  const subjects = [...new Set(questions.flatMap((question) => question.subjects))];
  const lists = ['/llms.txt', '/feed.json', ...subjects.flatMap((slug) => [`/learn/${slug}/feed.json`])];
  for (const path of lists) {
    const text = await read(path);
    const urls = [...text.matchAll(/(?:\(|"url":")(http[^")]*\/questions\/[^")]*?)(?:\.md)?[")]/g)];
    const named = urls.map(([, url = '']) => url);
    expect(named.length, path).toBeGreaterThan(0);
    expect(
      named.filter((url) => !known.has(url)),
      path,
    ).toEqual([]);
    expect(new Set(named).size, path).toBe(named.length);
  }
  for (const slug of subjects) {
    const [jsonLd = ''] = (await fetchOne(site, `/learn/${slug}`)).page.jsonLd;
    const urls = [...jsonLd.matchAll(/"url":"([^"]*\/questions\/[^"]*)"/g)].map(([, url = '']) => url);
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !known.has(url))).toEqual([]);
  }
});

test('a search in any subject of a question finds it once', async () => {
  const found = new SearchableLibrary((address) => fetch(site + address));
  for (const { id, slug, subjects, canonical } of questions
    .filter((question) => question.subjects.length > 1)
    .slice(0, 10)) {
    for (const subject of ['', ...subjects]) {
      const { total, results } = await found.search(`w${id}x1`, subject);
      expect([total, results.map(({ address }) => address)]).toEqual([1, [questionPath(canonical, slug)]]);
    }
  }
});

test('moved addresses of every form redirect', async () => {
  for (const { canonical, slug } of questions.slice(0, 20)) {
    const old = questionPath(canonical, `-once--${slug}`.slice(0, 200));
    const { status, location } = await fetchOne(site, old);
    expect([status, location], old).toEqual([301, questionPath(canonical, slug)]);
  }
});

test('a page shows the other subjects of its question to readers and programs', async ({ page }) => {
  const several = questions.find((question) => question.subjects.length === 3);
  if (!several) throw new Error('no question stands in three subjects');
  const [first = '', second = ''] = several.subjects;
  await page.goto(site + questionPath(first, several.slug));
  await expect(page.locator('.also-in')).toHaveText(/^Also in \w.*, \w/);
  await expectAccessibleEverywhere(page);
  await page.locator(`.also-in a[href="${questionPath(second, several.slug)}"]`).click();
  await expect(page).toHaveURL(site + questionPath(second, several.slug));
  // A question that is saved on one of its pages is saved on all of them.
  await page.getByRole('button', { name: 'Save to study' }).click();
  await page.goto(site + questionPath(first, several.slug));
  await expect(page.getByRole('button', { name: 'Save to study' })).toHaveAttribute('aria-pressed', 'true');
});
