import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { addressOf, findPage, listPages } from './pages';

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
  // Lists that count or name the newest, the last page of the archive, and the question that now has a next one.
  expect(changed.filter((address) => !address.includes('/questions/'))).toEqual([
    '/',
    '/learn',
    '/search',
    '/404',
    '/learn/law',
    '/learn/law/a-z',
    '/learn/law/page/2',
  ]);
  expect(changed).toContain('/learn/law/questions/q59');
});
