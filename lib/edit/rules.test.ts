import { describe, expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { entry } from '@/lib/catalogue/fixtures';
import type { SubjectNames } from '@/lib/catalogue/subjects';
import type { Problem } from '@/lib/source/problem';
import { packPlaces } from './key-places';
import { signatureOf } from './minhash';
import { checkTogether, findErrorsTogether, type Examined, type Scene } from './rules';

const physics = (slug: string) => `/learn/physics/questions/${slug}`;

const place = (line: number) => ({ line, column: 8 });

/** The lines at which a file of these tests has its keys. */
const lines = { id: 2, title: 3, subject: 4, description: 5, canonical: 6, answer: 10 } as const;

interface Parts extends Partial<Entry> {
  /** Addresses that the answer links to, from line 11. */
  links?: readonly string[];
  /** Ids of headings in the answer. */
  anchors?: string;
  answerHash?: string;
  words?: string;
}

let count = 0;

/** A file without problems except those that its parts cause. */
function file(
  path: string,
  { links = [], anchors = '', answerHash = '', words, ...rest }: Parts = {},
): Examined {
  const number = (count += 1);
  const own = entry(path, { id: number, title: `Title ${number}`, description: `About ${number}.`, ...rest });
  const keys = Object.entries(lines).map(([key, line]) => [key, place(line)] as const);
  return {
    entry: { ...own, question: own.title },
    unfinished: undefined,
    problems: [],
    places: packPlaces(
      Object.fromEntries(keys) as Parameters<typeof packPlaces>[0],
      own.related.map((_, index) => place(20 + index)),
    ),
    links: links.map((link, index) => {
      const [address = '', fragment] = link.split('#');
      return { address, ...(fragment !== undefined && { fragment }), place: place(11 + index) };
    }),
    anchors,
    images: [],
    signature: signatureOf(
      (words ?? Array.from({ length: 20 }, (_, at) => `w${number}x${at}`).join(' ')).split(' '),
    ),
    answerHash,
  };
}

interface Others {
  unfinished?: readonly Examined[];
  names?: SubjectNames;
  redirects?: Readonly<Record<string, string>>;
}

function sceneOf(
  files: readonly Examined[],
  { unfinished = [], names = {}, redirects = {} }: Others = {},
): Scene {
  const lineOf = Object.keys(redirects).map((from, index) => ({
    from,
    to: redirects[from] ?? '',
    place: { line: index + 1, column: 1 },
  }));
  return {
    files,
    unfinished,
    paths: [...files, ...unfinished].map((each) => each.entry.path),
    catalogue: new Catalogue(
      files.map((each) => each.entry),
      names,
    ),
    fileOf: ({ path }) => path,
    names,
    redirects: new Map(Object.entries(redirects)),
    redirectLines: lineOf,
    redirectsFile: 'redirects.yaml',
    pages: new Set(['/', '/learn', '/images/sky.png']),
  };
}

const places = (problems: readonly Problem[]) =>
  problems.map((problem) => `${problem.file}:${problem.line}:${problem.column} ${problem.code}`);

const messages = (problems: readonly Problem[]) => problems.map(({ message }) => message);

describe('links', () => {
  test('to pages, files and questions that exist are no problem', () => {
    const files = [
      file('physics/a', { links: ['/', '/learn', '/images/sky.png', physics('b'), `${physics('b')}#part`] }),
      file('physics/b', { anchors: 'part more' }),
    ];
    expect(checkTogether(sceneOf(files))).toEqual([]);
  });

  test('to a question that has errors are no problem: it exists and is not published yet', () => {
    const files = [file('physics/a', { links: [physics('broken'), `${physics('broken')}#part`] })];
    const unfinished = [file('physics/broken')];
    expect(checkTogether(sceneOf(files, { unfinished }))).toEqual([]);
  });

  test('of a file with errors are checked, too', () => {
    const unfinished = [file('physics/broken', { links: [physics('none')] })];
    expect(places(checkTogether(sceneOf([file('physics/a')], { unfinished })))).toEqual([
      'physics/broken.md:11:8 link-broken',
    ]);
  });

  test('to a misspelled question name the one that is probably meant', () => {
    const files = [
      file('physics/why-is-the-sky-blue'),
      file('physics/a', { links: [physics('why-is-the-sky-blu')] }),
    ];
    expect(messages(checkTogether(sceneOf(files)))).toEqual([
      `This link leads to ${physics('why-is-the-sky-blu')}, which does not exist. Did you mean ${physics('why-is-the-sky-blue')}?`,
    ]);
  });

  test('to questions of another subject, or with a long address, get no suggestion', () => {
    const files = [
      file('physics/why-is-the-sky-blue'),
      file('physics/a', { links: ['/learn/law/questions/why-is-the-sky-blu', physics('x'.repeat(2000))] }),
    ];
    for (const message of messages(checkTogether(sceneOf(files))))
      expect(message).toMatch(/which does not exist\.$/);
  });

  test('to many misspelled addresses get suggestions for the first of them only', () => {
    const names = Array.from({ length: 80 }, (_, index) => `question-number-${index + 100}`);
    const files = [
      ...names.map((name) => file(`physics/${name}`)),
      file('physics/a', { links: names.map((name) => physics(`${name}x`)) }),
    ];
    const found = messages(checkTogether(sceneOf(files)));
    expect(found).toHaveLength(80);
    expect(found.map((message) => message.includes('Did you mean'))).toEqual(
      Array.from({ length: 80 }, (_, index) => index < 50),
    );
  });

  test('to a moved question name its new address', () => {
    const files = [file('physics/new'), file('physics/a', { links: [physics('old')] })];
    const redirects = { [physics('old')]: physics('new') };
    expect(messages(checkTogether(sceneOf(files, { redirects })))).toEqual([
      `This link leads to ${physics('old')}, which is redirected: write ${physics('new')}.`,
    ]);
  });
});

describe('related articles', () => {
  test('that do not exist are reported each at its place, with the address that is meant', () => {
    const related = [physics('sky-is-blue'), physics('sky-is-blu'), physics('old'), '/learn/law/questions/x'];
    const files = [file('physics/a', { related }), file('physics/sky-is-blue')];
    const redirects = { [physics('old')]: physics('sky-is-blue') };
    const found = checkTogether(sceneOf(files, { redirects }));
    expect(places(found)).toEqual([21, 22, 23].map((line) => `physics/a.md:${line}:8 related-missing`));
    expect(messages(found).map((message) => message.replace(/.*left out\./, ''))).toEqual([
      ` Did you mean ${physics('sky-is-blue')}?`,
      ` It moved: write ${physics('sky-is-blue')}.`,
      '',
    ]);
  });
});

describe('ids', () => {
  test('that questions share are reported with an id that is free', () => {
    const files = [file('physics/a', { id: 7 }), file('physics/b', { id: 7 }), file('physics/c', { id: 8 })];
    const found = checkTogether({ ...sceneOf(files), catalogue: new Catalogue([], {}) });
    expect(places(found)).toContain('physics/a.md:2:8 duplicate-id');
    expect(messages(found)).toContain(
      'This file and physics/b.md have the same id, 7: each needs its own, and 9 is free.',
    );
  });

  test('that many questions share are reported with the number of the others', () => {
    const files = ['a', 'b', 'c', 'd', 'e'].map((slug) => file(`physics/${slug}`, { id: 7 }));
    const [first] = findErrorsTogether({ ...sceneOf(files), catalogue: new Catalogue([], {}) });
    expect(first?.message).toMatch(/^This file and 4 others have the same id, 7:/);
  });

  test('of a file with errors may not be that of another question', () => {
    const unfinished = [file('physics/broken', { id: 7 }), file('physics/unknown', { id: 0 })];
    const files = [file('physics/a', { id: 7 }), file('law/a', { id: 9 })];
    expect(places(checkTogether(sceneOf(files, { unfinished })))).toEqual([
      'physics/broken.md:2:8 duplicate-id',
    ]);
  });

  test('of a file with errors may be that of the same question in another subject', () => {
    const unfinished = [file('law/a', { id: 7 })];
    expect(checkTogether(sceneOf([file('physics/a', { id: 7 })], { unfinished }))).toEqual([]);
  });
});

describe('subjects', () => {
  const names = { physics: { name: 'Physics' } };
  const other = (name: string, slug: string) => file(`${slug}/a`, { subject: { name, slug } });

  test('that subjects.yaml does not list are reported with the one that is meant', () => {
    const files = [other('Physic', 'physic'), other('Alchemy', 'alchemy'), other('Physics', 'physics')];
    const found = checkTogether(sceneOf(files, { names }));
    expect(places(found)).toEqual(['physic/a.md:4:8 subject-unknown', 'alchemy/a.md:4:8 subject-unknown']);
    expect(messages(found)).toEqual([
      '"Physic" is not a subject of subjects.yaml. Did you mean "Physics"? Add a new subject there.',
      '"Alchemy" is not a subject of subjects.yaml. Add a new subject there.',
    ]);
  });

  test('are all valid without a list, and a file without a subject has a problem of its own', () => {
    expect(checkTogether(sceneOf([other('Alchemy', 'alchemy')]))).toEqual([]);
    expect(checkTogether(sceneOf([], { names, unfinished: [other('', '')] }))).toEqual([]);
  });
});

describe('redirects', () => {
  test('to a question that does not exist name the one that is meant', () => {
    const redirects = { [physics('old')]: physics('sky-is-blu') };
    const found = checkTogether(sceneOf([file('physics/sky-is-blue')], { redirects }));
    expect(places(found)).toEqual(['redirects.yaml:1:1 redirect-broken']);
    expect(messages(found)[0]).toContain(`Did you mean ${physics('sky-is-blue')}?`);
  });

  test('from an address of a file with errors are hidden by it, too', () => {
    const redirects = { [physics('broken')]: physics('a') };
    const scene = sceneOf([file('physics/a')], { redirects, unfinished: [file('physics/broken')] });
    expect(places(checkTogether(scene))).toEqual(['redirects.yaml:1:1 redirect-hidden']);
  });
});

describe('pages that readers cannot tell apart', () => {
  test('have the same title if only the case of letters differs', () => {
    const files = [
      file('physics/a', { title: 'What is Force?' }),
      file('physics/b', { title: 'What is force?' }),
    ];
    expect(places(checkTogether(sceneOf(files)))).toEqual([
      'physics/a.md:3:8 title-repeated',
      'physics/b.md:3:8 title-repeated',
    ]);
  });

  test('are counted if there are many', () => {
    const files = Array.from({ length: 5 }, (_, index) =>
      file(`physics/q${index}`, { description: 'The same.' }),
    );
    for (const message of messages(checkTogether(sceneOf(files))))
      expect(message).toBe('This page and 4 others have the same description: each page needs its own.');
    const few = files.slice(0, 4);
    expect(messages(checkTogether(sceneOf(few)))[0]).toBe(
      'This page and physics/q1.md, physics/q2.md, physics/q3.md have the same description: each page needs its own.',
    );
  });

  test('are near duplicates if their words are the same, and the later one is reported', () => {
    const words = 'the short waves of blue are scattered more than the long waves of red';
    const files = [file('physics/a', { words }), file('physics/b', { words }), file('physics/c')];
    const found = checkTogether(sceneOf(files));
    expect(places(found)).toEqual(['physics/b.md:3:8 near-duplicate']);
    expect(messages(found)[0]).toContain(`100 % like ${physics('a')}`);
  });
});

test('the errors alone are the errors among all problems', () => {
  const files = [
    file('physics/a', {
      id: 900,
      links: [physics('none'), physics('a'), physics('old')],
      related: [physics('none')],
    }),
    file('physics/b', { id: 900, canonical: physics('a'), title: 'Same', description: 'Same.' }),
    file('alchemy/c', { title: 'Same', description: 'Same.' }),
    file('law/d', { answerHash: '1', id: 901 }),
    file('physics/d', { answerHash: '2', id: 901 }),
  ];
  const scene = {
    ...sceneOf(files, {
      names: { physics: { name: 'Physics' }, law: { name: 'Law' } },
      unfinished: [file('physics/broken', { id: 901 })],
      redirects: { [physics('old')]: physics('gone'), [physics('a')]: physics('b') },
    }),
    // As the check does, which publishes one question of each id.
    catalogue: new Catalogue(
      files.flatMap((each) => (each.entry.slug === 'b' ? [] : [each.entry])),
      {},
    ),
  };
  const all = checkTogether(scene);
  const errors = all.filter(({ severity }) => severity === 'error');
  expect(findErrorsTogether(scene)).toEqual(errors);
  expect(new Set(errors.map(({ code }) => code))).toEqual(
    new Set([
      'duplicate-id',
      'canonical-unknown',
      'subject-unknown',
      'link-broken',
      'redirect-hidden',
      'redirect-broken',
    ]),
  );
  expect(all.length).toBeGreaterThan(errors.length);
});
