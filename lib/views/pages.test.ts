import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { picturesOf } from '@/lib/social-image/social-image';
import { addressOf } from './addresses';
import { findPage, listPages } from './pages';
import type { QuestionView } from './question';

const many = Array.from({ length: 60 }, (_, index) =>
  entry(`law/q${index}`, { id: index + 1, keywords: index < 3 ? ['Tort'] : [] }),
);
const library = {
  catalogue: new Catalogue([...many, entry('art/a', { id: 99 })], {}),
  changedDays: new Map(),
};
const pages = [...listPages(library)];

test('every kind of page is listed, each at one address', () => {
  const lists = pages.filter(({ kind }) => kind !== 'question').map(({ address }) => address);
  expect(lists).toEqual([
    '/',
    '/learn',
    '/search',
    '/study',
    '/404',
    '/learn/art',
    '/learn/art/a-z',
    '/learn/law',
    '/learn/law/a-z',
    '/learn/law/page/1',
    '/learn/law/page/2',
    '/learn/law/topics/tort',
  ]);
  expect(pages).toHaveLength(lists.length + 61);
  expect(new Set(pages.map(({ address }) => address)).size).toBe(pages.length);
});

test('a page is found by its address, and its address follows from its parameters', () => {
  for (const page of pages) {
    expect(addressOf(page.kind, page.params)).toBe(page.address);
    expect(findPage(library, page.address)?.view()).toEqual(page.view());
  }
  expect(findPage(library, '/learn/law/questions/none')).toBeUndefined();
  expect(findPage(library, '/learn/law/page/3')).toBeUndefined();
});

test('a new question changes few pages of its subject', () => {
  const added = new Catalogue(
    [...many, entry('art/a', { id: 99 }), entry('law/new', { id: 100, title: 'unheard of' })],
    {},
  );
  const after = { ...library, catalogue: added };
  const changed = pages
    .filter(
      ({ address, view }) => JSON.stringify(findPage(after, address)?.view()) !== JSON.stringify(view()),
    )
    .map(({ address }) => address);
  // Lists that count or name the newest, the last page of the archive, and the question that now has a next
  // one.
  expect(changed.filter((address) => !address.includes('/questions/'))).toEqual([
    '/',
    '/learn',
    '/search',
    '/study',
    '/404',
    '/learn/law',
    '/learn/law/a-z',
    '/learn/law/page/2',
  ]);
  expect(changed).toContain('/learn/law/questions/q59');
});

test('each page of a question in several subjects has its own place, and what it shows names the others', () => {
  const copies = ['art', 'law'].map((subject) =>
    entry(`${subject}/both`, { id: 500, canonical: '/learn/law/questions/both' }),
  );
  const both = { ...library, catalogue: new Catalogue([...many, ...copies], { law: { name: 'The Law' } }) };
  const view = (address: string) => {
    const page = findPage(both, address);
    if (page?.kind !== 'question') throw new Error(`${address} is no question`);
    return page.view() as QuestionView;
  };
  const [inArt, inLaw] = [view('/learn/art/questions/both'), view('/learn/law/questions/both')];
  expect(inArt).toMatchObject({
    canonical: '/learn/law/questions/both',
    alsoIn: [{ address: '/learn/law/questions/both', name: 'The Law' }],
    subject: { slug: 'art' },
    previous: undefined,
  });
  expect(inLaw).toMatchObject({
    canonical: '/learn/law/questions/both',
    alsoIn: [{ address: '/learn/art/questions/both', name: 'art' }],
    subject: { slug: 'law' },
    previous: { address: '/learn/law/questions/q59' },
  });
  expect(inArt.image).toEqual(inLaw.image);
  expect(inArt.image.url).toContain('/learn/law/questions/both.png?');
  expect([...picturesOf(both.catalogue).keys()]).not.toContain('/learn/art/questions/both.png');
  expect(findPage(both, '/')?.view()).toMatchObject({ count: 61 });
  expect(findPage(both, '/learn/art')?.view()).toMatchObject({
    newest: [{ address: '/learn/art/questions/both', canonical: '/learn/law/questions/both' }],
  });
});
