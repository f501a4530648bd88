import { currentAnswer } from '@/lib/answer/current';
import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { currentCatalogue } from '@/lib/catalogue/current';
import { menuSubjects, type MenuSubject } from '@/lib/catalogue/menu';
import { addressOf, findPage, type PageKind, type Params, type Views } from './pages';
import {
  plannedMenu,
  plannedParams,
  plannedSheetNames,
  plannedSheets,
  plannedView,
  planVariable,
  standIn,
} from './plan';
import { shownAnswer, type QuestionPage } from './question';

/** What a route's page shows: of a question, its answer too. */
export type CurrentView<Kind extends PageKind> = Kind extends 'question' ? QuestionPage : Views[Kind];

/**
 * The parameters of all pages of a kind that are to be made. Next.js refuses to export a dynamic route that has none:
 * such a route gets one page of the name {@link standIn}, which is not found, and which a release leaves out.
 *
 * @param keys the names of the route's parameters
 */
export async function pageParams(kind: PageKind, ...keys: string[]): Promise<Params[]> {
  const folder = process.env[planVariable];
  // The live preview makes a page when it is asked for.
  const params = folder === undefined ? [] : await plannedParams(folder, kind);
  return params.length > 0 ? params : [Object.fromEntries(keys.map((key) => [key, standIn]))];
}

/**
 * What the page of a route shows: as the release's plan says or, in the live preview, as the content is now. Undefined
 * where there is no such page.
 */
export async function pageView<Kind extends PageKind>(
  kind: Kind,
  params: Params = {},
): Promise<CurrentView<Kind> | undefined> {
  const address = addressOf(kind, params);
  const folder = process.env[planVariable];
  const view = folder === undefined ? await previewView(address) : plannedView(folder, address);
  // A plan holds for an address what `findPage` gives for it, and the address names the kind.
  return view as CurrentView<Kind> | undefined;
}

/** The parameters of all sheets that are to be made; as {@link pageParams} where there is none. */
export async function sheetParams(): Promise<{ sheet: string }[]> {
  const folder = process.env[planVariable];
  const names = folder === undefined ? [] : await plannedSheetNames(folder);
  return (names.length > 0 ? names : [standIn]).map((sheet) => ({ sheet }));
}

/** What the questions of a sheet show; undefined where a release has no such sheet, and in the live preview. */
export function sheetViews(sheet: string): QuestionPage[] | undefined {
  const folder = process.env[planVariable];
  if (folder === undefined) return undefined;
  const addresses = plannedSheets(folder)[sheet];
  // A plan has a view for each of them.
  return addresses?.map((address) => plannedView(folder, address) as QuestionPage);
}

/** The subjects that every page names. */
export async function currentMenu(): Promise<MenuSubject[]> {
  const folder = process.env[planVariable];
  return folder === undefined ? menuSubjects((await currentCatalogue()).subjects) : plannedMenu(folder);
}

async function previewView(address: string): Promise<unknown> {
  const [catalogue, changedDays] = await Promise.all([currentCatalogue(), currentChangedDays()]);
  const page = findPage({ catalogue, changedDays }, address);
  if (!page) return undefined;
  const answer = page.entry && shownAnswer(await currentAnswer(page.entry));
  return { ...page.view(), ...(answer && { answer }) };
}
