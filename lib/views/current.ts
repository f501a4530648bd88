import { currentAnswer } from '@/lib/answer/current';
import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { currentCatalogue } from '@/lib/catalogue/current';
import { menuSubjects, type MenuSubject } from '@/lib/catalogue/menu';
import { subjectPath } from '@/lib/site';
import type { Library } from './library';
import { findPage, listPages, type Page, type PageKind, type PageViews, type Params } from './pages';
import { shownAnswer } from './question';

/** The kind and the view of a page, as needed by its route. */
export type CurrentPage = { [Kind in PageKind]: { kind: Kind; view: PageViews[Kind] } }[PageKind];

/** A page that lists questions of a subject, other than the subject's own page. */
export type ListPage = Extract<CurrentPage, { kind: 'index' | 'archive' | 'topic' }>;

/** The library in the content folder, for a build. */
export async function currentLibrary(): Promise<Library> {
  const catalogue = currentCatalogue();
  const changedDays = await currentChangedDays();
  return { catalogue, changedDays };
}

/** The page at an address. */
export async function builtPage(address: string): Promise<CurrentPage | undefined> {
  const page = findPage(await currentLibrary(), address);
  if (!page) return undefined;
  const answer = page.entry && shownAnswer(await currentAnswer(page.entry));
  // The view belongs to the kind of the page; a question's view also has its answer.
  return { kind: page.kind, view: { ...page.view(), ...(answer && { answer }) } } as CurrentPage;
}

/** The subjects in the menu of every page. */
export function builtMenu(): MenuSubject[] {
  return menuSubjects(currentCatalogue().subjects);
}

/** The parameters of all pages of a kind. */
export async function builtParams(kind: PageKind): Promise<Params[]> {
  return (await pagesOf(kind)).map(({ params }) => params);
}

/** The parameters of all {@link ListPage}s. `list` is the part of the address after the subject. */
export async function builtListParams(): Promise<{ subject: string; list: string[] }[]> {
  return (await pagesOf('index', 'archive', 'topic')).map(({ address, params: { subject = '' } }) => ({
    subject,
    list: address.slice(subjectPath(subject).length + 1).split('/'),
  }));
}

async function pagesOf(...kinds: PageKind[]): Promise<Page[]> {
  return [...listPages(await currentLibrary())].filter(({ kind }) => kinds.includes(kind));
}
