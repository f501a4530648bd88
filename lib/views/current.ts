import { cache } from 'react';

import { currentAnswer } from '@/lib/answer/current';
import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { currentCatalogue } from '@/lib/catalogue/current';
import { menuSubjects, type MenuSubject } from '@/lib/catalogue/menu';
import { subjectPath } from '@/lib/site';
import type { Library } from './library';
import {
  addressOf,
  findPage,
  listPages,
  type Page,
  type PageKind,
  type PageViews,
  type Params,
} from './pages';
import { shownAnswer } from './question';

/** A page as its route renders it. */
export type CurrentPage = { [Kind in PageKind]: { kind: Kind; view: PageViews[Kind] } }[PageKind];

/** The parameters of all pages of a kind. The live preview makes a page when it is asked for. */
export async function pageParams(kind: PageKind): Promise<Params[]> {
  if (process.env.NODE_ENV === 'development') return [];
  return (await pagesOf(kind)).map(({ params }) => params);
}

/** What the page of a route shows; undefined where there is no such page. */
export async function pageView<Kind extends PageKind>(
  kind: Kind,
  params: Params = {},
): Promise<PageViews[Kind] | undefined> {
  const page = await pageAt(addressOf(kind, params));
  // The address of a page names its kind.
  return page?.view as PageViews[Kind] | undefined;
}

/** The subjects that the menu of every page names. */
export async function currentMenu(): Promise<MenuSubject[]> {
  return menuSubjects((await currentCatalogue()).subjects);
}

/** The page at an address, found once while a route is rendered: its metadata and its component ask for it. */
const pageAt = cache(async (address: string): Promise<CurrentPage | undefined> => {
  const page = findPage(await currentLibrary(), address);
  if (!page) return undefined;
  const answer = page.entry && shownAnswer(await currentAnswer(page.entry));
  // A page has the view of its kind, and a question its answer.
  return { kind: page.kind, view: { ...page.view(), ...(answer && { answer }) } } as CurrentPage;
});

/** The library as the content folder has it now. */
export async function currentLibrary(): Promise<Library> {
  const [catalogue, changedDays] = await Promise.all([currentCatalogue(), currentChangedDays()]);
  return { catalogue, changedDays };
}

async function pagesOf(...kinds: PageKind[]): Promise<Page[]> {
  return [...listPages(await currentLibrary())].filter(({ kind }) => kinds.includes(kind));
}

/** A page of a subject that lists questions, besides the subject's own. */
export type ListPage = Extract<CurrentPage, { kind: 'index' | 'archive' | 'topic' }>;

/** The parameters of all {@link ListPage}s; `list` is what follows the subject in the address. */
export async function listParams(): Promise<{ subject: string; list: string[] }[]> {
  if (process.env.NODE_ENV === 'development') return [];
  return (await pagesOf('index', 'archive', 'topic')).map(({ address, params: { subject = '' } }) => ({
    subject,
    list: address.slice(subjectPath(subject).length + 1).split('/'),
  }));
}

/** The {@link ListPage} at an address; undefined where there is none. */
export async function listPage(subject: string, list: readonly string[]): Promise<ListPage | undefined> {
  const page = await pageAt([subjectPath(subject), ...list].join('/'));
  return page?.kind === 'index' || page?.kind === 'archive' || page?.kind === 'topic' ? page : undefined;
}
