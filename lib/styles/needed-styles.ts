/**
 * A requirement for a selector to match on a page: a name (of an element, of a class with a dot, or of an id
 * with a number sign), or alternatives, each of which is a list of requirements.
 */
export type Need = string | readonly (readonly Need[])[];

/** A part of a style sheet, in the order of the sheet. */
export type StylePart =
  /** A rule: its selectors, and its declarations with braces. */
  | { selectors: readonly { text: string; needs: readonly Need[] }[]; block: string }
  /** A font, which is needed only if a rule uses its family. It stands in no other rule. */
  | { family: string; text: string }
  /** A rule that contains others, such as `@media print`. */
  | { around: string; parts: readonly StylePart[] }
  /** Any other part, which every page needs. */
  | { text: string };

/**
 * Selects the rules of a sheet that can match on a page. Most pages have no table, few have code, and a
 * formula uses few of the classes for formulas, so the other rules would only increase the size.
 *
 * May select too many rules, but never too few: the markup is searched for anything that looks like a name.
 *
 * @param html the page without its styles
 */
export function neededStyles(sheet: readonly StylePart[], html: string): string {
  const names = namesIn(html);
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
  for (const [, name = ''] of html.matchAll(/<([a-z][\w-]*)/gi)) names.add(name);
  for (const [, classes = ''] of html.matchAll(/\sclass="([^"]*)"/g)) {
    for (const name of plain(classes).split(/\s+/)) names.add(`.${name}`);
  }
  for (const [, id = ''] of html.matchAll(/\sid="([^"]*)"/g)) names.add(`#${plain(id)}`);
  return names;
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Decodes the character references that React writes in attribute values. */
function plain(value: string): string {
  return value.replace(/&(amp|lt|gt|quot);/g, (reference, name: string) => references[name] ?? reference);
}
