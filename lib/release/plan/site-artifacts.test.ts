import { afterEach, describe, expect, test, vi } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { limits } from '@/lib/limits';
import { listedPart, partSize, subjectSitemaps } from '@/lib/seo/sitemap';
import type { ChangedDays } from '@/lib/catalogue/changed-days';
import type { Entry } from '@/lib/catalogue/entry';
import type { Artifact } from '../artifacts/artifact';
import { makeArtifact, type MakerContext } from '../artifacts/makers';
import { surroundings } from './fixtures';
import { siteArtifacts, subjectArtifacts } from './site-artifacts';

vi.mock('../artifacts/answer', () => ({
  renderedAnswer: ({ slug }: Entry) =>
    Promise.resolve({ html: `<p>About ${slug}, and <a href="/learn/law">law</a>.</p>` }),
}));

/** The artifacts of the site and of every subject. */
function artifactsOf(catalogue: Catalogue, changedDays: ChangedDays): Artifact[] {
  const library = { catalogue, changedDays };
  const parts = catalogue.subjects.map(({ slug }) => subjectSitemaps(catalogue, slug, changedDays));
  return [
    ...siteArtifacts(library, surroundings, parts.flat().map(listedPart)),
    ...catalogue.subjects.flatMap((subject, index) => [
      ...subjectArtifacts(library, surroundings, subject, parts[index] ?? []),
    ]),
  ];
}

const sitemapsOf = (catalogue: Catalogue, changedDays: ChangedDays) =>
  artifactsOf(catalogue, changedDays).filter(({ path }) => path.startsWith('sitemap'));

/** Texts and feeds do not use the context. */
const context = {} as MakerContext;

async function textOf(artifact: Artifact): Promise<string> {
  return String((await makeArtifact(artifact.kind, artifact.input(), context)).content);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

async function contentOf(artifacts: readonly Artifact[], path: string): Promise<string> {
  const found = artifacts.find((candidate) => candidate.path === path);
  return found ? textOf(found) : '';
}

function locations(xml: string): (string | undefined)[] {
  return [...xml.matchAll(/<loc>([^<]*)/g)].map(([, location]) => location);
}

/** The paths of artifacts that only one list contains, or whose keys differ. */
function differing(before: readonly Artifact[], after: readonly Artifact[]): string[] {
  const keys = new Map(before.map(({ path, key }) => [path, key]));
  return after
    .filter(({ path, key }) => keys.get(path) !== key)
    .map(({ path }) => path)
    .sort();
}

const small = [
  entry('law/a', { id: 1, date: '2025-01-01', keywords: ['tort'] }),
  entry('law/b', { id: 2, date: '2025-01-02', keywords: ['Tort'] }),
  entry('law/c', { id: 3, date: '2025-01-03', keywords: ['tort'] }),
  entry('physics/d', { id: 4, date: '2024-06-01' }),
];
const changedDays = new Map([['law/a.md', '2025-06-07']]);

describe('the sitemap', () => {
  const artifacts = sitemapsOf(new Catalogue(small, {}), changedDays);

  test('lists every page once, with the day of the last change of its contents', async () => {
    expect(await contentOf(artifacts, 'sitemaps/law-1.xml')).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>http://localhost:3000/learn/law/questions/a</loc><lastmod>2025-06-07</lastmod></url>
<url><loc>http://localhost:3000/learn/law/questions/b</loc><lastmod>2025-01-02</lastmod></url>
<url><loc>http://localhost:3000/learn/law/questions/c</loc><lastmod>2025-01-03</lastmod></url>
<url><loc>http://localhost:3000/learn/law</loc><lastmod>2025-06-07</lastmod></url>
<url><loc>http://localhost:3000/learn/law/a-z</loc><lastmod>2025-06-07</lastmod></url>
<url><loc>http://localhost:3000/learn/law/topics/tort</loc><lastmod>2025-06-07</lastmod></url>
</urlset>
`,
    );
    expect(locations(await contentOf(artifacts, 'sitemaps/physics-1.xml'))).toEqual([
      'http://localhost:3000/learn/physics/questions/d',
      'http://localhost:3000/learn/physics',
      'http://localhost:3000/learn/physics/a-z',
    ]);
    expect(locations(await contentOf(artifacts, 'sitemaps/site.xml'))).toEqual([
      'http://localhost:3000',
      'http://localhost:3000/learn',
    ]);
  });

  test('has an index with the newest day of each part', async () => {
    expect(await contentOf(artifacts, 'sitemap.xml')).toContain(
      '<sitemap><loc>http://localhost:3000/sitemaps/physics-1.xml</loc><lastmod>2024-06-01</lastmod></sitemap>',
    );
    expect(locations(await contentOf(artifacts, 'sitemap.xml'))).toHaveLength(3);
  });

  test('changes few parts for a new question, and none without a change', () => {
    const again = sitemapsOf(new Catalogue(small.toReversed(), {}), changedDays);
    expect(differing(artifacts, again)).toEqual([]);
    const more = new Catalogue([...small, entry('physics/e', { id: 5, date: '2024-06-02' })], {});
    expect(differing(artifacts, sitemapsOf(more, changedDays))).toEqual([
      'sitemap.xml',
      'sitemaps/physics-1.xml',
    ]);
  });
});

test('feeds contain the newest fifty questions completely, and change with them', async () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    entry(`law/q${index}`, { id: index + 1, date: '2025-01-01', description: `About ${index}.` }),
  );
  const before = artifactsOf(new Catalogue(many, {}), new Map());
  const json: unknown = JSON.parse(await contentOf(before, 'learn/law/feed.json'));
  expect(json).toMatchObject({ home_page_url: 'http://localhost:3000/learn/law' });
  const { items } = json as { items: Record<string, unknown>[] };
  expect(items).toHaveLength(50);
  expect(items[0]).toMatchObject({
    url: 'http://localhost:3000/learn/law/questions/q59',
    content_html: '<p>About q59, and <a href="http://localhost:3000/learn/law">law</a>.</p>',
  });
  const edited = many.map((item) => (item.id === 60 ? { ...item, hash: 'new' } : item));
  const after = artifactsOf(new Catalogue(edited, {}), new Map());
  const feeds = differing(before, after).filter((path) => /\.xml$|feed\.json$/.test(path));
  expect(feeds).toEqual(
    ['', 'learn/law/']
      .flatMap((place) => ['atom.xml', 'rss.xml', 'feed.json'].map((name) => place + name))
      .sort(),
  );
});

test('programs find their way by robots.txt and llms.txt', async () => {
  const odd = [...small, entry('law/odd', { id: 9, question: 'Why [x]\n\\ y?', description: 'Two\nlines.' })];
  const artifacts = artifactsOf(new Catalogue(odd, {}), changedDays);
  expect(await contentOf(artifacts, 'robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: http://localhost:3000/sitemap.xml\n',
  );
  const llms = await contentOf(artifacts, 'llms.txt');
  expect(llms).toMatch(/^# QuickTakes\n\n> /);
  expect(llms).toContain('- [law](http://localhost:3000/learn/law): Questions: 4.\n');
  expect(llms).toContain(
    '- [Why \\[x\\] \\\\ y?](http://localhost:3000/learn/law/questions/odd.md): Two lines.\n',
  );
});

test('a question in several subjects is listed once, at its canonical address', async () => {
  const copy = { id: 7, date: '2025-01-04' };
  const files = [
    ...small,
    entry('physics/both', { ...copy, description: 'In physics.' }),
    entry('law/both', { ...copy, date: '2025-01-05', description: 'In law.' }),
  ];
  const artifacts = artifactsOf(new Catalogue(files, {}), changedDays);
  const sitemaps = artifacts.filter(({ path }) => path.startsWith('sitemaps/'));
  const listed = await Promise.all(sitemaps.map(async (sitemap) => locations(await textOf(sitemap))));
  expect(listed.flat().filter((url) => url?.endsWith('/both'))).toEqual([
    'http://localhost:3000/learn/law/questions/both',
  ]);
  for (const path of ['feed.json', 'learn/law/feed.json', 'learn/physics/feed.json']) {
    const feed = JSON.parse(await contentOf(artifacts, path)) as { items: Record<string, unknown>[] };
    const items = feed.items.filter(({ id }) => String(id).endsWith('question/7'));
    expect(items, path).toMatchObject([
      { url: 'http://localhost:3000/learn/law/questions/both', summary: 'In law.' },
    ]);
  }
  const llms = await contentOf(artifacts, 'llms.txt');
  expect(llms.match(/\S*\/both\.md/g)).toHaveLength(1);
  expect(llms).toContain('(http://localhost:3000/learn/law/questions/both.md): In law.');
});

test('the key of IndexNow is published where it is configured', () => {
  const paths = () => artifactsOf(new Catalogue(small, {}), changedDays).map(({ path }) => path);
  expect(paths()).not.toContain('0123456789abcdef.txt');
  vi.stubEnv('INDEXNOW_KEY', '0123456789abcdef');
  expect(paths()).toContain('0123456789abcdef.txt');
});

test('150,000 questions: parts of the right size, in little time and memory', async () => {
  const count = 150_000;
  const subjects = 13;
  const longWord = 'x'.repeat(limits.slugLength - 7);
  const entries = Array.from({ length: count }, (_, index) => {
    // Half of the questions are in one subject, so that it needs several sitemaps.
    const subject = index % 2 === 0 ? 0 : index % subjects;
    return entry(`subject-${subject}/${longWord}-${index}`, {
      id: index + 1,
      date: `20${10 + (index % 15)}-01-01`,
      keywords: [`topic ${index % 1000}`, `topic ${index % 777}`],
    });
  });
  const catalogue = new Catalogue(entries, {});
  const heapBefore = process.memoryUsage().heapUsed;
  const started = performance.now();
  const artifacts = sitemapsOf(catalogue, new Map());
  const listed = performance.now();
  const found = new Set<string | undefined>();
  let total = 0;
  let largest = 0;
  for (const artifact of artifacts) {
    const { path } = artifact;
    const xml = await textOf(artifact);
    largest = Math.max(largest, Buffer.byteLength(xml));
    if (path === 'sitemap.xml') continue;
    const inPart = locations(xml);
    expect(inPart.length).toBeLessThanOrEqual(partSize);
    for (const location of inPart) found.add(location);
    total += inPart.length;
  }
  const seconds = (performance.now() - started) / 1000;
  const megabytes = (process.memoryUsage().heapUsed - heapBefore) / 1e6;
  console.log(
    `${count} questions: ${artifacts.length} files listed in ${((listed - started) / 1000).toFixed(1)} s, made and read after ${seconds.toFixed(1)} s; the largest has ${(largest / 1e6).toFixed(1)} MB, memory grew by ${megabytes.toFixed()} MB`,
  );
  expect(found.size).toBe(total);
  expect(entries.filter(({ address }) => !found.has(`http://localhost:3000${address}`))).toEqual([]);
  expect(largest).toBeLessThan(50 * 1024 * 1024);
  expect(megabytes).toBeLessThan(512);
  expect(locations(await contentOf(artifacts, 'sitemap.xml'))).toHaveLength(artifacts.length - 1);
});

test('a new question leaves the full parts of a large subject as they are', () => {
  const entries = Array.from({ length: partSize + 100 }, (_, index) =>
    entry(`law/q${index}`, { id: index + 1 }),
  );
  const newest = entry('law/brand-new', { id: partSize + 101, date: '2025-01-02' });
  const before = sitemapsOf(new Catalogue(entries, {}), new Map());
  const after = sitemapsOf(new Catalogue([...entries, newest], {}), new Map());
  expect(before.map(({ path }) => path)).toContain('sitemaps/law-2.xml');
  expect(differing(before, after)).toEqual(['sitemap.xml', 'sitemaps/law-2.xml', 'sitemaps/site.xml']);
});
