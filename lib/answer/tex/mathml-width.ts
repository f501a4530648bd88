import type { Element, ElementContent } from 'hast';

import { textWidth } from '../text-width';

/** The context in which a part of a formula is set. */
interface Setting {
  /** Relative to the size of the formula. */
  size: number;
  /** Whether fractions have the full size. */
  isDisplay: boolean;
}

/**
 * Size of a script relative to its base, and minimum relative to the formula, from the tables of mathematical
 * fonts.
 */
const scriptSize = 0.74;
const smallestSize = 0.55;

/** Width of characters in mathematical fonts relative to text fonts. */
const narrowing = 0.85;

/** Long arrows, and their width in em. */
const longArrows = /[\u27f5-\u27ff\u2907]/g;
const longArrow = 1.9;

/** Total space in em around an operator between two terms, and around other operators. */
const spaceAround = 0.56;

/** Total horizontal padding of a cell in `app/math.css`, in em. */
const cellPadding = 0.8;

/** TeX points in an em of TeX, in which Temml gives the space between the columns of a matrix. */
export const pointsOfEm = 12;

/** Operators without space around them. */
const closeOperator = /^[()[\]{}|‖⟨⟩⌊⌋⌈⌉,;:!′″/.\u2061-\u2064]*$/;

/**
 * The estimated width of a formula or of a part of it, in em of the formula. In a browser it is up to 7 %
 * more, or up to a third less.
 *
 * @param isDisplay whether it is in a display formula
 */
export function mathmlWidth(nodes: readonly ElementContent[], isDisplay: boolean): number {
  return sum(nodes, { size: 1, isDisplay });
}

function sum(nodes: readonly ElementContent[], setting: Setting): number {
  return nodes.reduce((total, node) => total + widthOf(node, setting), 0);
}

function widest(nodes: readonly ElementContent[], setting: Setting): number {
  return Math.max(0, ...nodes.map((node) => widthOf(node, setting)));
}

function widthOf(node: ElementContent, setting: Setting): number {
  if (node.type === 'text') return glyphs(node.value) * setting.size;
  if (node.type !== 'element') return 0;
  const { tagName, children, properties } = node;
  const [first, ...others] = children;
  switch (tagName) {
    case 'mo':
      return sum(children, setting) + operatorSpace(node) * setting.size;
    case 'mspace':
      return Math.max(0, emOf(properties.width) ?? 0) * setting.size;
    case 'mfrac': {
      const inner = setting.isDisplay ? { ...setting, isDisplay: false } : smaller(setting);
      return widest(children, inner) + 0.3 * setting.size;
    }
    case 'msqrt':
    case 'mroot':
      return sum(children, setting) + setting.size;
    case 'msub':
    case 'msup':
    case 'msubsup':
    case 'mmultiscripts':
      return (first ? widthOf(first, setting) : 0) + sum(others, smaller(setting));
    case 'munder':
    case 'mover':
    case 'munderover':
      return Math.max(first ? widthOf(first, setting) : 0, widest(others, smaller(setting)));
    case 'mtable':
      return tableWidth(node, { ...setting, isDisplay: properties.displaystyle === 'true' });
    case 'mstyle':
      return sum(children, styled(node, setting));
    case 'menclose':
      return sum(children, setting) + setting.size;
    case 'semantics':
      return first ? widthOf(first, setting) : 0;
    case 'annotation':
      return 0;
    default:
      return Math.max(sum(children, setting), (emOf(properties.width) ?? 0) * setting.size);
  }
}

function glyphs(text: string): number {
  const arrows = text.match(longArrows)?.length ?? 0;
  return arrows * longArrow + textWidth(text.replace(longArrows, '')) * narrowing;
}

function smaller({ size }: Setting): Setting {
  return { size: Math.max(smallestSize, size * scriptSize), isDisplay: false };
}

function styled({ properties }: Element, setting: Setting): Setting {
  const isDisplay =
    properties.displaystyle === undefined ? setting.isDisplay : properties.displaystyle === 'true';
  return { size: properties.scriptlevel === '0' ? 1 : setting.size, isDisplay };
}

function operatorSpace({ children, properties }: Element): number {
  const given = [properties.lspace, properties.rspace].map(emOf);
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const usual = properties.form === 'prefix' || closeOperator.test(text) ? 0.2 : spaceAround;
  return given.reduce<number>((total, side) => total + (side ?? usual / 2), 0);
}

function tableWidth({ children }: Element, setting: Setting): number {
  const rows = children.flatMap((row) => (row.type === 'element' ? [row.children] : []));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => cellWidth(row[at], setting))),
  );
  const [before = 0, formula = 0, after = 0] = widths;
  // The space for the number of a formula is reserved on both sides.
  const isNumbered = columns === 3 && rows.some(([cell]) => styleOf(cell).includes('width:50%'));
  return isNumbered
    ? formula + 2 * Math.max(before, after)
    : widths.reduce((total, width) => total + width, 0.3);
}

function cellWidth(cell: ElementContent | undefined, setting: Setting): number {
  if (cell?.type !== 'element') return 0;
  const given = [...styleOf(cell).matchAll(/padding(?:-left|-right):([\d.]+)(em|pt)/g)];
  const padding =
    given.length > 0
      ? given.reduce((total, [, side, unit]) => total + Number(side) / (unit === 'pt' ? pointsOfEm : 1), 0)
      : cellPadding;
  return sum(cell.children, setting) + padding * setting.size;
}

function styleOf(cell: ElementContent | undefined): string {
  return cell?.type === 'element' ? String(cell.properties.style) : '';
}

/** A length in em, from a text with the unit em. */
function emOf(length: unknown): number | undefined {
  const found = /^([+-]?[\d.]+)em$/.exec(String(length));
  return found ? Number(found[1]) : undefined;
}
