import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import type { SubjectNames } from '@/lib/catalogue/subjects';
import type { Library } from '@/lib/views/library';
import { surroundings } from './fixtures';
import { keyOf } from '../artifacts/artifact';
import { planRelease, type Plan, type EarlierRelease } from './plan';
import type { Surroundings } from '../surroundings';

beforeEach(() => {
  // A limit below the number of questions, so that subjects compete for pictures.
  vi.stubEnv('SOCIAL_IMAGES', '3');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Questions of three subjects that refer to each other and share keywords. Some are in several subjects. */
const questions = fc
  .uniqueArray(
    fc.record({
      subject: fc.constantFrom('law', 'law', 'physics', 'art'),
      number: fc.nat(12),
      title: fc.constantFrom('What is a tort?', 'What is art?', 'What is force?'),
      date: fc.constantFrom('2025-01-01', '2025-01-02'),
      keywords: fc.subarray(['force', 'tort']),
      related: fc.subarray(['law/1', 'art/2', 'physics/3']),
      answer: fc.constantFrom('One.', 'Another.'),
      canonical: fc.option(fc.constantFrom('law', 'art'), { nil: undefined }),
      changed: fc.constantFrom(undefined, '2026-01-01', '2026-01-02'),
    }),
    { selector: ({ subject, number }) => `${subject}/${number}`, minLength: 1, maxLength: 20 },
  )
  .map((all) =>
    all.map(({ subject, number, related, canonical, changed, answer, ...rest }) => ({
      changed,
      entry: entry(`${subject}/${number}`, {
        ...rest,
        id: number + 1,
        // Like the hash of a file: it depends on all contents, but not on the file name.
        hash: keyOf(subject, rest, related, canonical, answer),
        canonical: canonical && entry(`${canonical}/${number}`).address,
        related: related.map((path) => entry(path).address),
      }),
    })),
  );

const names = fc.constantFrom<SubjectNames>(
  {},
  { law: { name: 'Law', description: undefined, accent: 'blue', note: undefined } },
  { law: { name: 'The Law', description: 'Laws.', accent: 'rose', note: 'No advice.' } },
);

const libraries: fc.Arbitrary<Library> = fc.tuple(questions, names).map(([all, subjects]) => ({
  catalogue: new Catalogue(
    all.map((question) => question.entry),
    subjects,
  ),
  changedDays: new Map(
    all.flatMap(({ entry: { path }, changed }) => (changed === undefined ? [] : [[path, changed] as const])),
  ),
}));

/** The release that results from a plan. */
function carryOut({ contexts, make, keep }: Plan): EarlierRelease {
  const artifacts = [...make, ...keep.map(({ artifact }) => artifact)];
  const files = new Map(artifacts.map(({ path, key }) => [path, { path, key, size: 1 }]));
  return { folder: 'release', index: { contexts, files } };
}

function keysOf({ make, keep }: Plan): Map<string, string> {
  const artifacts = [...make, ...keep.map(({ artifact }) => artifact)];
  return new Map(artifacts.map(({ path, key }) => [path, key]).sort() as [string, string][]);
}

function plan(
  library: Library,
  earlierReleases: readonly EarlierRelease[] = [],
  changed: Partial<Surroundings> = {},
): Plan {
  return planRelease(library, { ...surroundings, ...changed }, earlierReleases);
}

const madePaths = (found: Plan) => found.make.map(({ path }) => path).sort();

describe('for hundreds of libraries', () => {
  test('an unchanged library needs no new files', () => {
    fc.assert(
      fc.property(libraries, (library) => {
        const first = plan(library);
        const next = plan(library, [carryOut(first)]);
        expect(next).toMatchObject({ make: [], drop: [], searchKey: first.searchKey });
        expect(keysOf(next)).toEqual(keysOf(first));
      }),
      { numRuns: 300 },
    );
  });

  test('keys do not depend on the releases from which files are kept', () => {
    fc.assert(
      fc.property(libraries, libraries, libraries, (one, other, library) => {
        const earlierReleases = [carryOut(plan(one)), carryOut(plan(other))];
        const found = plan(library, earlierReleases);
        expect(keysOf(found)).toEqual(keysOf(plan(library)));
        for (const { record, artifact, earlier } of found.keep) {
          expect(record).toMatchObject({ path: artifact.path, key: artifact.key });
          expect(earlierReleases).toContain(earlier);
        }
        const paths = new Set(keysOf(found).keys());
        const before = [...(earlierReleases[0]?.index.files.keys() ?? [])];
        expect([...found.drop].sort()).toEqual(before.filter((path) => !paths.has(path)).sort());
      }),
      { numRuns: 300 },
    );
  });

  test('artifacts with the same path and key have the same inputs', () => {
    fc.assert(
      fc.property(libraries, libraries, (one, other) => {
        const known = new Map(plan(one).make.map((artifact) => [artifact.path, artifact]));
        for (const { path, key, input } of plan(other).make) {
          const same = known.get(path);
          if (same?.key === key) expect(input(), path).toEqual(same.input());
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no two artifacts have one path', () => {
    fc.assert(
      fc.property(libraries, (library) => {
        const paths = madePaths(plan(library));
        expect(new Set(paths).size).toBe(paths.length);
      }),
    );
  });

  test('shards have every file of a release once', () => {
    fc.assert(
      fc.property(libraries, fc.integer({ min: 1, max: 5 }), (library, count) => {
        const shards = Array.from({ length: count }, (_, index) =>
          planRelease(library, surroundings, [], { number: index + 1, count }),
        );
        expect(shards.flatMap(madePaths).sort()).toEqual(madePaths(plan(library)));
        const together = plan(library, shards.map(carryOut));
        expect(together.make).toEqual([]);
      }),
    );
  });
});

const law = (number: number, rest: Parameters<typeof entry>[1] = {}) =>
  entry(`law/${number}`, { id: number, hash: `${number}`.repeat(32), title: `Question ${number}?`, ...rest });

/** So many questions that no page about art shows a question about law. */
const art = Array.from({ length: 7 }, (_, index) =>
  entry(`art/${index}`, { id: 100 + index, hash: `a${index}`.repeat(16) }),
);

const libraryOf = (entries: Parameters<typeof law>[1][], days: [string, string][] = []): Library => ({
  catalogue: new Catalogue(entries.map((rest, index) => law(index + 1, rest)).concat(art), {}),
  changedDays: new Map(days),
});

describe('the files that are made again after a change of', () => {
  const before = libraryOf([{}, {}, {}]);
  let earlier: EarlierRelease;
  beforeEach(() => {
    earlier = carryOut(plan(before));
  });
  const feeds = ['', 'learn/law/'].flatMap((folder) =>
    ['atom.xml', 'feed.json', 'rss.xml'].map((name) => folder + name),
  );
  const after = (library: Library, changed: Partial<Surroundings> = {}) =>
    madePaths(plan(library, [earlier], changed));
  const code = (kind: keyof Surroundings['code']) => ({
    code: { ...surroundings.code, [kind]: 'other code' },
  });
  const pathsOf = (pattern: RegExp) =>
    [...earlier.index.files.keys()].filter((path) => pattern.test(path)).sort();
  const questionPages = /^learn\/[a-z]+\/questions\/[^/]+\.html$/;

  test('an answer: its page, its Markdown, its study card and the feeds', () => {
    const page = 'learn/law/questions/2';
    expect(after(libraryOf([{}, { hash: 'f'.repeat(32) }, {}]))).toEqual(
      [...feeds, `${page}.html`, `${page}.md`, 'study/cards/0.json'].sort(),
    );
  });

  test('the name of its file: every feed that contains its address', () => {
    const renamed: Library = {
      catalogue: new Catalogue(
        [
          law(1),
          entry('law/new', { ...law(2), slug: 'new', address: entry('law/new').address }),
          law(3),
          ...art,
        ],
        {},
      ),
      changedDays: new Map(),
    };
    expect(after(renamed)).toEqual(expect.arrayContaining(feeds));
  });

  test('the day of its last change: its page, the feeds and the sitemaps', () => {
    const day: [string, string] = ['law/2.md', '2026-05-05'];
    expect(after(libraryOf([{}, {}, {}], [day]))).toEqual(
      [
        ...feeds,
        'learn/law/questions/2.html',
        'sitemap.xml',
        'sitemaps/law-1.xml',
        'sitemaps/site.xml',
      ].sort(),
    );
  });

  test('a title: no page of another large subject', () => {
    const made = after(libraryOf([{}, { title: 'Another question?' }, {}]));
    expect(made).toContain('learn/law.html');
    expect(made.filter((path) => path.startsWith('learn/art'))).toEqual([]);
  });

  test.each([
    ['question', questionPages],
    ['list', /^(?:index|404|learn|learn\/[a-z]+|learn\/[a-z]+\/(?:a-z|page\/\d+|topics\/[^/]+))\.html$/],
    ['app', /^(?:search|study)\.html$/],
    ['markdown', /\.md$/],
    ['study', /^study\/cards\//],
    ['feed', /(?:atom\.xml|rss\.xml|feed\.json)$/],
    ['picture', /\.png$(?<!^icons\/.*)/],
    ['icon', /^icons\//],
    ['font', /^fonts\//],
    ['script', /^scripts\//],
  ] as const)('the code of %s: its files and no others', (kind, pattern) => {
    expect(after(before, code(kind))).toEqual(pathsOf(pattern));
    expect(pathsOf(pattern).length).toBeGreaterThan(0);
  });

  test('the code of the search index: no other file', () => {
    const found = plan(before, [earlier], code('search'));
    expect(found.make).toEqual([]);
    expect(found.searchKey).not.toBe(plan(before).searchKey);
  });

  test('the style of questions: their pages', () => {
    const styles = { ...surroundings.styles, question: [{ text: 'other style' }] };
    expect(after(before, { styles })).toEqual(pathsOf(questionPages));
  });

  test('a public file, a script, a font of the styles: that file', () => {
    expect(after(before, { files: [{ path: 'icon.svg', file: '/icon.svg', hash: 'other' }] })).toEqual([
      'icon.svg',
    ]);
    const script = { path: 'scripts/page.js', module: 'public/scripts/page.js', version: 'other' };
    expect(after(before, { scripts: [script] })).toEqual(['scripts/page.js']);
    const assets = [{ path: 'assets/font-2.woff2', file: '/font.woff2', hash: 'other' }];
    expect(after(before, { styles: { ...surroundings.styles, assets } })).toEqual(['assets/font-2.woff2']);
  });

  test('a redirect: its page and the lists of redirects', () => {
    const redirects = new Map([['/learn/law/questions/old', '/learn/law/questions/1']]);
    expect(after(before, { redirects })).toEqual([
      '_redirects',
      'learn/law/questions/old.html',
      'redirects.map',
    ]);
  });

  test('the address of the site: every page, but no script, style or icon', () => {
    vi.stubEnv('SITE_URL', 'https://quicktakes.example');
    const made = after(before);
    expect(made).toEqual(expect.arrayContaining(pathsOf(/\.(?:html|md)$/)));
    expect(made.filter((path) => /^(?:scripts|icons|fonts|assets)\/|icon\.svg/.test(path))).toEqual([]);
  });
});
