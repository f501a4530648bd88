/**
 * What a page must have for a selector to match something on it: a name, which is that of an element, of a class after a dot or of
 * an id after a number sign; or alternatives, of which one must hold, each a list of needs that all hold.
 */
export type Need = string | readonly (readonly Need[])[];

/** A part of a style sheet, in the order of the sheet. */
export type StylePart =
  /** A rule: its selectors and, with its braces, what it declares. */
  | { selectors: readonly { text: string; needs: readonly Need[] }[]; block: string }
  /** A font, which is only needed where a rule names its family. */
  | { family: string; text: string }
  /** A rule around others, such as `@media print`. */
  | { around: string; parts: readonly StylePart[] }
  /** Anything else. Every page has it. */
  | { text: string };

/**
 * The rules of a sheet that can match something on a page. Others weigh on every page: most have no table, few have code, and a
 * formula has some of the many classes of formulas.
 *
 * A page may be given more than it needs, never less: its markup is searched for what looks like a name in it.
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
    // The order of layers is that in which they are first named.
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

/** The names of all elements, classes and ids, as {@link Need} has them. */
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

/** The value of an attribute as React writes it, without its character references. */
function plain(value: string): string {
  return value.replace(/&(amp|lt|gt|quot);/g, (reference, name: string) => references[name] ?? reference);
}
