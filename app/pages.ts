import { cache } from 'react';

import type { MenuSubject } from '@/lib/catalogue/menu';
import type { PreviewPage } from '@/lib/preview/requests';
import { subjectPath } from '@/lib/site';
import type { Problem } from '@/lib/source/problem';
import type { ListPage } from '@/lib/views/current';
import { addressOf } from '@/lib/views/addresses';
import type { PageKind, PageViews, Params } from '@/lib/views/pages';

// What routes show: in the live preview, its thread says it, and makes a page when it is asked for; in a build, the library
// is read here. Next.js replaces `process.env.NODE_ENV` and compiles only what is used.

/** The parameters of all pages of a kind. */
export async function pageParams(kind: PageKind): Promise<Params[]> {
  if (process.env.NODE_ENV === 'development') return [];
  const { builtParams } = await import('@/lib/views/current');
  return builtParams(kind);
}

/** The parameters of all {@link ListPage}s; `list` is what follows the subject in the address. */
export async function listParams(): Promise<{ subject: string; list: string[] }[]> {
  if (process.env.NODE_ENV === 'development') return [];
  const { builtListParams } = await import('@/lib/views/current');
  return builtListParams();
}

/** What the page of a route shows; undefined where there is no such page. */
export async function pageView<Kind extends PageKind>(
  kind: Kind,
  params: Params = {},
): Promise<PageViews[Kind] | undefined> {
  const { page } = await pageAt(addressOf(kind, params));
  // The address of a page names its kind.
  return page?.view as PageViews[Kind] | undefined;
}

/** The {@link ListPage} at an address; undefined where there is none. */
export async function listPage(subject: string, list: readonly string[]): Promise<ListPage | undefined> {
  const { page } = await pageAt([subjectPath(subject), ...list].join('/'));
  return page?.kind === 'index' || page?.kind === 'archive' || page?.kind === 'topic' ? page : undefined;
}

/** What is wrong with the file of a question, in the live preview; a published page has no problems to show. */
export async function pageProblems(params: Params): Promise<readonly Problem[]> {
  return (await pageAt(addressOf('question', params))).problems;
}

/** The subjects that the menu of every page names. */
export async function currentMenu(): Promise<MenuSubject[]> {
  if (process.env.NODE_ENV === 'development') {
    const { askPreview } = await import('@/lib/preview/client');
    return askPreview('menu', {});
  }
  const { builtMenu } = await import('@/lib/views/current');
  return builtMenu();
}

/** In the live preview, a number that grows whenever pages may look other than they did. A build reads the content once. */
export async function contentVersion(): Promise<number> {
  if (process.env.NODE_ENV !== 'development') return 0;
  const { previewVersion } = await import('@/lib/preview/client');
  return previewVersion();
}

/** The page at an address, found once while a route is rendered: its metadata and its component ask for it. */
const pageAt = cache(async (address: string): Promise<PreviewPage> => {
  if (process.env.NODE_ENV === 'development') {
    const { askPreview } = await import('@/lib/preview/client');
    return askPreview('page', { address });
  }
  const { builtPage } = await import('@/lib/views/current');
  return { page: await builtPage(address), problems: [] };
});
