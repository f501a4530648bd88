import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import type { SubjectNames } from '@/lib/catalogue/subjects';
import type { Library } from '@/lib/views/library';
import { surroundings } from './fixtures';
import { keyOf } from '../artifacts/artifact';
import { planRelease, type Plan, type EarlierRelease, type PlannedSection } from './plan';
import { searchSection } from '../search-index';
import { filesOf, IndexSection, linesOf } from '../store/release-index';
import type { Surroundings } from '../surroundings';

beforeEach(() => {
  // A limit below the number of questions, so that subjects compete for pictures.
  vi.stubEnv('SOCIAL_IMAGES', '3');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const question = fc.record({
  subject: fc.constantFrom('law', 'law', 'art', 'art', 'physics'),
  number: fc.nat(9),
  title: fc.constantFrom('What is a tort?', 'What is art?', 'What is force?'),
  date: fc.constantFrom('2025-01-01', '2025-01-02'),
  keywords: fc.subarray(['force', 'tort']),
  related: fc.subarray(['law/1', 'art/2', 'physics/3', 'art/3']),
  answer: fc.constantFrom('One.', 'Another.'),
  image: fc.constantFrom('', '', 'image', 'another image'),
  canonical: fc.option(fc.constantFrom('law', 'art'), { nil: undefined }),
  changed: fc.constantFrom(undefined, '2026-01-01', '2026-01-02'),
});
type Question = ValueOf<typeof question>;
type ValueOf<Values> = Values extends fc.Arbitrary<infer Value> ? Value : never;

/** Questions of three subjects that refer to each other and share keywords. Some are in several subjects. */
const questionsFrom = (minLength: number) =>
  fc.uniqueArray(question, {
    selector: ({ subject, number }) => `${subject}/${number}`,
    minLength,
    maxLength: 24,
  });
const questions = questionsFrom(1);

const subjectNames = fc.record({
  name: fc.constantFrom('A name', 'Another name'),
  description: fc.constantFrom(undefined, 'A description.', 'Another description.'),
  accent: fc.constantFrom('blue', 'rose'),
  note: fc.constantFrom(undefined, 'No advice.'),
});
const names: fc.Arbitrary<SubjectNames> = fc.record(
  { law: subjectNames, art: subjectNames },
  { requiredKeys: [] },
);

/** A change of a field of a subject. */
const renaming = fc.record({
  slug: fc.constantFrom('law', 'art'),
  field: fc.constantFrom('name', 'description', 'description', 'accent', 'note'),
  by: subjectNames,
});

function renamed(before: SubjectNames, { slug, field, by }: ValueOf<typeof renaming>): SubjectNames {
  return { ...before, [slug]: { ...by, ...before[slug], [field]: by[field] } };
}

function libraryFrom(all: readonly Question[], subjects: SubjectNames): Library {
  const entries = all.map(({ subject, number, related, canonical, changed: _, answer, image, ...rest }) =>
    entry(`${subject}/${number}`, {
      ...rest,
      id: number + 1,
      // Like the hash of a file: it depends on all contents, but not on the file name.
      hash: keyOf(subject, rest, related, canonical, answer) + (image && keyOf(image)),
      canonical: canonical && entry(`${canonical}/${number}`).address,
      related: related.map((path) => entry(path).address),
    }),
  );
  const days = all.flatMap(({ subject, number, changed }) =>
    changed === undefined ? [] : [[`${subject}/${number}.md`, changed] as const],
  );
  return { catalogue: new Catalogue(entries, subjects), changedDays: new Map(days) };
}

const libraries = fc.tuple(questions, names).map(([all, subjects]) => libraryFrom(all, subjects));

/** Changes of a field, of the whole question, or its removal. */
const edit = fc.record({
  at: fc.nat(23),
  field: fc.constantFrom(
    ...(['title', 'date', 'keywords', 'related', 'answer', 'image', 'canonical', 'changed'] as const),
    ...(['question', 'removal'] as const),
  ),
  by: question,
});

function edited(all: readonly Question[], { at, field, by }: ValueOf<typeof edit>): Question[] {
  const index = at % all.length;
  const before = all[index];
  if (!before || (field === 'removal' && all.length === 1)) return [...all];
  if (field === 'removal') return all.toSpliced(index, 1);
  if (field !== 'question') return all.with(index, { ...before, [field]: by[field] });
  const others = all.filter(({ subject, number }) => subject !== by.subject || number !== by.number);
  return [...others, by];
}

/** A library, and the same one after a few edits. */
const editedLibraries = fc
  .tuple(
    fc.oneof(questions, questionsFrom(18)),
    fc.array(edit, { maxLength: 3 }),
    names,
    fc.array(renaming, { maxLength: 1 }),
  )
  .map(([all, edits, before, renamings]): [Library, Library] => [
    libraryFrom(all, before),
    libraryFrom(edits.reduce(edited, all), renamings.reduce(renamed, before)),
  ]);

/** The path and key of each file of a section. */
function recordsOf({ same, make, keep }: PlannedSection): { path: string; key: string }[] {
  return [...(same?.files.values() ?? []), ...make, ...keep.map(({ artifact }) => artifact)];
}

const written = (records: readonly { path: string; key: string }[]) =>
  linesOf(records.map(({ path, key }) => ({ path, key, size: 1 })));

/** The release that results from a plan. */
function carryOut({ sections }: Plan): EarlierRelease {
  const carriedOut = sections.map((section) => new IndexSection(section, written(recordsOf(section))));
  return { folder: 'release', index: new Map(carriedOut.map((section) => [section.name, section])) };
}

/** The release that results if a build stops before its end. Its journal does not divide the files. */
function interrupt({ sections }: Plan): EarlierRelease {
  const records = sections.flatMap(recordsOf).filter((_, index) => index % 3 !== 0);
  const files = new Map(records.map(({ path, key }) => [path, { path, key, size: 1 }]));
  const begun = sections.map((section) => new IndexSection({ ...section, key: '' }, '', files));
  return { folder: 'unfinished', index: new Map(begun.map((section) => [section.name, section])) };
}

const keyed = (records: readonly { path: string; key: string }[]) =>
  new Map(records.map(({ path, key }): [string, string] => [path, key]).sort());

const keysOf = ({ sections }: Plan) => keyed(sections.flatMap(recordsOf));

function plan(
  library: Library,
  earlierReleases: readonly EarlierRelease[] = [],
  changed: Partial<Surroundings> = {},
): Plan {
  return planRelease(library, { ...surroundings, ...changed }, earlierReleases);
}

const made = ({ sections }: Plan) => sections.flatMap(({ make }) => make);
const madePaths = (found: Plan) =>
  made(found)
    .map(({ path }) => path)
    .sort();
const sameSections = ({ sections }: Plan) =>
  sections.flatMap(({ same, name }) => (same ? [name] : [])).sort();

test('a first build is planned without the views of questions, which take most of the time', () => {
  const entries = [entry('law/1', { id: 1 }), entry('art/2', { id: 2 })];
  const library = { catalogue: new Catalogue(entries, {}), changedDays: new Map<string, string>() };
  const related = vi.spyOn(library.catalogue, 'related');
  const first = plan(library);
  expect(related).not.toHaveBeenCalled();
  expect(keysOf(first).size).toBeGreaterThan(entries.length);
  expect(related).toHaveBeenCalled();
});

describe('for hundreds of libraries', () => {
  test('an unchanged library needs no new files', () => {
    fc.assert(
      fc.property(libraries, (library) => {
        const first = plan(library);
        const next = plan(library, [carryOut(first)]);
        expect(made(next)).toEqual([]);
        expect(next.search).toEqual({ key: first.search?.key, added: [], changed: [], dropped: [] });
        expect(sameSections(next)).toEqual(
          library.catalogue.subjects.map(({ slug }) => `learn/${slug}`).sort(),
        );
        expect(keysOf(next)).toEqual(keysOf(first));
      }),
      { numRuns: 300 },
    );
  });

  test('keys do not depend on the releases from which files are kept', () => {
    fc.assert(
      fc.property(editedLibraries, libraries, fc.boolean(), ([one, library], other, isInterrupted) => {
        const earlierReleases = [plan(one), plan(other)].map((earlier, index) =>
          isInterrupted || index === 1 ? interrupt(earlier) : carryOut(earlier),
        );
        const found = plan(library, earlierReleases);
        const fromNothing = plan(library);
        expect(keysOf(found)).toEqual(keysOf(fromNothing));
        expect(found.search?.key).toBe(fromNothing.search?.key);
        for (const { record, artifact, earlier } of found.sections.flatMap(({ keep }) => keep)) {
          expect(record).toMatchObject({ path: artifact.path, key: artifact.key });
          expect(earlierReleases).toContain(earlier);
        }
        for (const { same, make, keep } of found.sections) {
          if (same) expect([...make, ...keep]).toEqual([]);
        }
        if (isInterrupted) expect(sameSections(found)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('a section with the key that it had in the release in use has the same files', () => {
    let count = 0;
    fc.assert(
      fc.property(editedLibraries, ([before, after]) => {
        const earlier = carryOut(plan(before));
        const planned = plan(after, [earlier]);
        // Computed without the earlier release, from which the other plan takes keys.
        const fromNothing = new Map(plan(after).sections.map((section) => [section.name, section]));
        for (const { name, key, same } of planned.sections) {
          expect(key).toBe(fromNothing.get(name)?.key);
          expect(same).toBe(
            key !== '' && earlier.index.get(name)?.key === key ? earlier.index.get(name) : undefined,
          );
          if (!same) continue;
          count += 1;
          expect(keyed([...same.files.values()]), name).toEqual(keyed(fromNothing.get(name)?.make ?? []));
        }
      }),
      { numRuns: 400 },
    );
    expect(count).toBeGreaterThan(100);
  });

  test('the search index is updated with the Markdown that differs from that of the release in use', () => {
    fc.assert(
      fc.property(editedLibraries, libraries, ([before, after], other) => {
        const inUse = carryOut(plan(before));
        const { search, ...found } = plan(after, [inUse, interrupt(plan(other))]);
        const isMarkdown = ([path]: [string, string]) => path.endsWith('.md');
        const old = new Map([...keyed([...filesOf(inUse.index.values())])].filter(isMarkdown));
        const present = new Map([...keysOf({ search, ...found })].filter(isMarkdown));
        const differing = (one: typeof old, two: typeof old) =>
          [...one].filter(([path, key]) => two.get(path) !== key).map(([path]) => path);
        expect([...(search?.added ?? [])].sort()).toEqual(
          [...present.keys()].filter((path) => !old.has(path)),
        );
        expect([...(search?.dropped ?? [])].sort()).toEqual(
          [...old.keys()].filter((path) => !present.has(path)),
        );
        expect([...(search?.changed ?? [])].sort()).toEqual(
          differing(present, old).filter((path) => old.has(path)),
        );
        if (differing(present, old).length > 0) expect(search?.key).not.toBe(plan(before).search?.key);
      }),
      { numRuns: 300 },
    );
  });

  test('artifacts with the same path and key have the same inputs', () => {
    fc.assert(
      fc.property(editedLibraries, ([one, other]) => {
        const known = new Map(made(plan(one)).map((artifact) => [artifact.path, artifact]));
        for (const artifact of made(plan(other))) {
          const same = known.get(artifact.path);
          if (same?.key === artifact.key) expect(artifact.input(), artifact.path).toEqual(same.input());
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

  test('shards have every file of a release once, and none is taken for a whole section', () => {
    fc.assert(
      fc.property(libraries, fc.integer({ min: 1, max: 5 }), (library, count) => {
        const shards = Array.from({ length: count }, (_, index) =>
          planRelease(library, surroundings, [], { number: index + 1, count }),
        );
        expect(shards.flatMap(madePaths).sort()).toEqual(madePaths(plan(library)));
        for (const { search } of shards) expect(search).toBeUndefined();
        const together = plan(library, shards.map(carryOut));
        expect(made(together)).toEqual([]);
        expect(sameSections(together)).toEqual([]);
        expect(keysOf(together)).toEqual(keysOf(plan(library)));
      }),
    );
  });
});

test.each([
  ['name', { name: 'The Zoo' }],
  ['accent', { accent: 'rose' }],
  ['description', { description: 'Animals.' }],
] as const)(
  'the %s of a subject that is not in the menu changes the pages of other subjects that show it',
  (_, change) => {
    // More subjects than the menu has, each with more questions than the zoo.
    const others = Array.from({ length: 20 }, (__, subject) =>
      Array.from({ length: 7 }, (___, index) =>
        entry(`subject-${subject}/q${index}`, {
          id: 100 + 10 * subject + index,
          related: subject === 0 ? ['/learn/zoo/questions/a'] : [],
        }),
      ),
    ).flat();
    const both = ['zoo/both', 'subject-1/both'].map((path) =>
      entry(path, { id: 2, canonical: '/learn/zoo/questions/both' }),
    );
    const libraryWith = (zoo: SubjectNames[string]): Library => ({
      catalogue: new Catalogue([entry('zoo/a', { id: 1 }), ...both, ...others], { zoo }),
      changedDays: new Map(),
    });
    // No question has a picture of its own, so that all have that of their subject.
    vi.stubEnv('SOCIAL_IMAGES', '0');
    const zoo = { name: 'Zoo', description: undefined, accent: 'blue', note: undefined } as const;
    const found = plan(libraryWith({ ...zoo, ...change }), [carryOut(plan(libraryWith(zoo)))]);
    const again = found.sections.filter(({ same }) => !same).map(({ name }) => name);
    expect(again).toContain('learn/subject-1');
    expect(madePaths(found)).toContain('learn/subject-1/questions/both.html');
    expect(madePaths(found).includes('learn/subject-0/questions/q0.html')).toBe(!('description' in change));
    expect(sameSections(found)).toHaveLength(18);
    expect(keysOf(found)).toEqual(keysOf(plan(libraryWith({ ...zoo, ...change }))));
  },
);

test('a section of a subject has the name of no other section, whatever the subject is called', () => {
  const slugs = ['site', 'compressed', searchSection, 'learn'];
  const catalogue = new Catalogue(
    slugs.map((slug, index) => entry(`${slug}/a`, { id: index + 1 })),
    {},
  );
  const sections = plan({ catalogue, changedDays: new Map() }).sections.map(({ name }) => name);
  expect(new Set([...sections, 'compressed', searchSection]).size).toBe(slugs.length + 3);
});

const lawEntry = (number: number, rest: Parameters<typeof entry>[1] = {}) =>
  entry(`law/${number}`, { id: number, hash: `${number}`.repeat(32), title: `Question ${number}?`, ...rest });

/** So many questions that no page about art shows a question about law. */
const art = Array.from({ length: 7 }, (_, index) =>
  entry(`art/${index}`, { id: 100 + index, hash: `a${index}`.repeat(16) }),
);

const libraryOf = (entries: Parameters<typeof lawEntry>[1][], days: [string, string][] = []): Library => ({
  catalogue: new Catalogue(entries.map((rest, index) => lawEntry(index + 1, rest)).concat(art), {}),
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
    [...filesOf(earlier.index.values())]
      .map(({ path }) => path)
      .filter((path) => pattern.test(path))
      .sort();
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
          lawEntry(1),
          entry('law/new', { ...lawEntry(2), slug: 'new', address: entry('law/new').address }),
          lawEntry(3),
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
    const again = after(libraryOf([{}, { title: 'Another question?' }, {}]));
    expect(again).toContain('learn/law.html');
    expect(again.filter((path) => path.startsWith('learn/art'))).toEqual([]);
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
    expect(made(found)).toEqual([]);
    expect(found.search?.key).not.toBe(plan(before).search?.key);
  });

  test('the code that plans: no file, and every section is planned again', () => {
    const found = plan(before, [earlier], code('plan'));
    expect(made(found)).toEqual([]);
    expect(keysOf(found)).toEqual(keysOf(plan(before)));
    expect(sameSections(found)).toEqual([]);
  });

  const all = ['learn/art', 'learn/law'];
  test.each([
    ...(['app', 'study', 'picture', 'icon', 'font', 'script', 'search'] as const).map(
      (kind) => [kind, all] as const,
    ),
    ...(['question', 'list', 'markdown', 'feed', 'plan'] as const).map((kind) => [kind, []] as const),
  ])('the code of %s: the sections %j are not planned again', (kind, same) => {
    expect(sameSections(plan(before, [earlier], code(kind)))).toEqual(same);
  });

  test('an answer, a day, a title: the section of another large subject is not planned again', () => {
    const day: [string, string] = ['law/2.md', '2026-05-05'];
    for (const library of [
      libraryOf([{}, { hash: 'f'.repeat(32) }, {}]),
      libraryOf([{}, {}, {}], [day]),
      libraryOf([{}, { title: 'Another question?' }, {}]),
    ])
      expect(sameSections(plan(library, [earlier]))).toEqual(['learn/art']);
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
    const again = after(before);
    expect(again).toEqual(expect.arrayContaining(pathsOf(/\.(?:html|md)$/)));
    expect(again.filter((path) => /^(?:scripts|icons|fonts|assets)\/|icon\.svg/.test(path))).toEqual([]);
  });
});
