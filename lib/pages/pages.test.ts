import { join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { menuSubjects } from '@/lib/catalogue/menu';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { addressOf, findPage, listPages, type Page } from './pages';
import {
  plannedMenu,
  plannedParams,
  plannedSheetNames,
  plannedSheets,
  plannedView,
  plannerVariable,
  removePlan,
  writePlan,
  type PlannedPage,
} from './plan';

const temporary = temporaryFolder();

afterEach(() => {
  vi.unstubAllEnvs();
});

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
    '/study',
    '/404',
    '/learn/law',
    '/learn/law/a-z',
    '/learn/law/page/2',
  ]);
  expect(changed).toContain('/learn/law/questions/q59');
});

async function* planned(some: readonly Page[]): AsyncGenerator<PlannedPage> {
  for (const { kind, address, params, view } of some) {
    yield await Promise.resolve({ kind, address, params, view: view() });
  }
}

test('a plan gives back the parameters and views of its pages, and no others', async () => {
  const folder = join(temporary.path, 'plan');
  const menu = menuSubjects(library.catalogue.subjects);
  const { complete } = await writePlan(folder, menu, planned(pages.slice(0, 8)));
  await complete();
  expect(plannedMenu(folder)).toEqual(menu);
  expect(await plannedParams(folder, 'subject')).toEqual([{ subject: 'art' }, { subject: 'law' }]);
  expect(await plannedParams(folder, 'question')).toEqual([]);
  expect(plannedView(folder, '/learn')).toEqual(pages[1]?.view());
  expect(plannedView(folder, '/learn/law/a-z')).toBeUndefined();
});

test('a plan has its questions on sheets, each question on one', async () => {
  const questions = pages.filter(({ kind }) => kind === 'question');
  const folder = join(temporary.path, 'plan');
  const { sheets, complete } = await writePlan(folder, [], planned(questions));
  await complete();
  expect([...sheets.values()].flat()).toEqual(questions.map(({ address }) => address));
  expect(Math.max(...[...sheets.values()].map(({ length }) => length))).toBe(50);
  expect(await plannedSheetNames(folder)).toEqual([...sheets.keys()]);
  expect(plannedSheets(folder)).toEqual(Object.fromEntries(sheets));
});

test('who needs a plan waits for it, and not for one that nobody writes any more', async () => {
  const folder = join(temporary.path, 'plan');
  vi.stubEnv(plannerVariable, String(process.ppid));
  const waiting = plannedParams(folder, 'subject');
  const { complete } = await writePlan(folder, [], planned([]));
  await complete();
  expect(await waiting).toEqual([]);
  await removePlan(folder);
  vi.stubEnv(plannerVariable, '0');
  await expect(plannedParams(folder, 'subject')).rejects.toThrow('has ended');
});
