import { cache } from 'react';

import type { MenuSubject } from '@/lib/catalogue/menu';
import type { PreviewPage } from '@/lib/preview/requests';
import { subjectPath } from '@/lib/site';
import type { Problem } from '@/lib/source/problem';
import type { ListPage } from '@/lib/views/current';
import { addressOf } from '@/lib/views/addresses';
import type { PageKind, PageViews, Params } from '@/lib/views/pages';

// The data of routes. In the live preview, a thread makes each page on request. In a build, this module reads
// the library. Next.js replaces `process.env.NODE_ENV` and compiles only the branch that is used.

/** The parameters of all pages of a kind. */
export async function pageParams(kind: PageKind): Promise<Params[]> {
  if (process.env.NODE_ENV === 'development') return [];
  const { builtParams } = await import('@/lib/views/current');
  return builtParams(kind);
}

/** The parameters of all {@link ListPage}s. `list` is the part of the address after the subject. */
export async function listParams(): Promise<{ subject: string; list: string[] }[]> {
  if (process.env.NODE_ENV === 'development') return [];
  const { builtListParams } = await import('@/lib/views/current');
  return builtListParams();
}

/** The view of a route's page; undefined if there is no such page. */
export async function pageView<Kind extends PageKind>(
  kind: Kind,
  params: Params = {},
): Promise<PageViews[Kind] | undefined> {
  const { page } = await pageAt(addressOf(kind, params));
  // The view has the type of its kind, because the address determines the kind.
  return page?.view as PageViews[Kind] | undefined;
}

/** The {@link ListPage} at an address; undefined if there is none. */
export async function listPage(subject: string, list: readonly string[]): Promise<ListPage | undefined> {
  const { page } = await pageAt([subjectPath(subject), ...list].join('/'));
  return page?.kind === 'index' || page?.kind === 'archive' || page?.kind === 'topic' ? page : undefined;
}

/** The problems of a question's file in the live preview. A published page has none. */
export async function pageProblems(params: Params): Promise<readonly Problem[]> {
  return (await pageAt(addressOf('question', params))).problems;
}

/** The subjects in the menu of every page. */
export async function currentMenu(): Promise<MenuSubject[]> {
  if (process.env.NODE_ENV === 'development') {
    const { askPreview } = await import('@/lib/preview/client');
    return askPreview('menu', {});
  }
  const { builtMenu } = await import('@/lib/views/current');
  return builtMenu();
}

/**
 * In the live preview, a number that grows with each change of the pages. Constant in a build, which reads
 * the content once.
 */
export async function contentVersion(): Promise<number> {
  if (process.env.NODE_ENV !== 'development') return 0;
  const { previewVersion } = await import('@/lib/preview/client');
  return previewVersion();
}

/** Cached per request, because metadata and component of a route need the same page. */
const pageAt = cache(async (address: string): Promise<PreviewPage> => {
  if (process.env.NODE_ENV === 'development') {
    const { askPreview } = await import('@/lib/preview/client');
    return askPreview('page', { address });
  }
  const { builtPage } = await import('@/lib/views/current');
  return { page: await builtPage(address), problems: [] };
});
