import { RecentlyUsed } from '@/lib/answer/recently-used';
import { limits } from '@/lib/limits';

/**
 * A requirement for a selector to match on a page: a name (of an element, of a class with a dot, or of an id
 * with a number sign), or alternatives, each of which is a list of requirements.
 */
export type Need = string | readonly (readonly Need[])[];

/** A part of a style sheet, in the order of the sheet. */
export type StylePart =
  /** A rule: its selectors, and its declarations with braces. */
  | { selectors: readonly { text: string; needs: readonly Need[] }[]; block: string }
  /** A font, which is needed only if a rule uses its family. It is never nested in another rule. */
  | { family: string; text: string }
  /** A rule that contains others, such as `@media print`. */
  | { around: string; parts: readonly StylePart[] }
  /** Any other part, which every page gets. */
  | { text: string };

/**
 * Selects the rules of a sheet that can match on a page. Most pages have no table, few have code, and a
 * formula uses few of the classes for formulas, so the other rules would only increase the size.
 *
 * May select too many rules, but never too few: it finds every element, class and id as React and
 * `lib/answer/html/to-html` write them, with attributes in double quotes.
 *
 * @param html the page without its styles
 */
export function neededStyles(sheet: readonly StylePart[], html: string): string {
  const names = namesIn(html);
  const { mentioned, selections } = preparedOf(sheet);
  // Pages that have the same of the mentioned names need the same rules. Most pages have all of these names in
  // common with another page.
  const present = mentioned.map((name) => (names.has(name) ? '1' : '0')).join('');
  return selections.get(present, () => select(sheet, names));
}

interface Prepared {
  /** All names in the requirements of the sheet's rules. */
  mentioned: readonly string[];
  selections: RecentlyUsed<string>;
}

const prepared = new WeakMap<readonly StylePart[], Prepared>();

function preparedOf(sheet: readonly StylePart[]): Prepared {
  const known = prepared.get(sheet);
  if (known) return known;
  const mentioned = [...new Set(sheet.flatMap(namesOfPart))];
  const made = { mentioned, selections: new RecentlyUsed<string>(limits.keptRules) };
  prepared.set(sheet, made);
  return made;
}

function namesOfPart(part: StylePart): readonly string[] {
  if ('parts' in part) return part.parts.flatMap(namesOfPart);
  return 'selectors' in part ? part.selectors.flatMap(({ needs }) => needs.flatMap(namesOfNeed)) : [];
}

function namesOfNeed(need: Need): readonly string[] {
  return typeof need === 'string' ? [need] : need.flatMap((all) => all.flatMap(namesOfNeed));
}

function select(sheet: readonly StylePart[], names: ReadonlySet<string>): string {
  const css = sheet.map((part) => write(part, names)).join('');
  const fonts = sheet.flatMap((part) => ('family' in part && css.includes(part.family) ? [part.text] : []));
  return fonts.join('') + css;
}

function write(part: StylePart, names: ReadonlySet<string>): string {
  if ('text' in part) return 'family' in part ? '' : part.text;
  if ('around' in part) {
    const inner = part.parts.map((child) => write(child, names)).join('');
    if (inner !== '') return `${part.around}{${inner}}`;
    // The order of layers is that of their first mention.
    return part.around.startsWith('@layer ') ? `${part.around};` : '';
  }
  const selectors = part.selectors.filter(({ needs }) => holdAll(needs, names));
  return selectors.length === 0 ? '' : selectors.map(({ text }) => text).join(',') + part.block;
}

function holdAll(needs: readonly Need[], names: ReadonlySet<string>): boolean {
  return needs.every((need) =>
    typeof need === 'string' ? names.has(need) : need.some((all) => holdAll(all, names)),
  );
}

/** The names of all elements, classes and ids, in the form of {@link Need}. */
function namesIn(html: string): Set<string> {
  const names = new Set<string>();
  for (const start of new Set(html.match(/<[a-z][\w-]*/gi))) names.add(start.slice(1));
  for (const attribute of new Set(html.match(/\sclass="[^"]*"/g))) {
    for (const name of plain(valueOf(attribute)).split(/\s+/)) names.add(`.${name}`);
  }
  for (const attribute of html.match(/\sid="[^"]*"/g) ?? []) names.add(`#${plain(valueOf(attribute))}`);
  return names;
}

function valueOf(attribute: string): string {
  return attribute.slice(attribute.indexOf('"') + 1, -1);
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** Decodes the character references that React writes in attribute values. */
function plain(value: string): string {
  return value.replace(
    /&(amp|lt|gt|quot|#x27);/g,
    (reference, name: string) => references[name] ?? reference,
  );
}
