import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { measureTable } from './table-width';

/** Widths in em: of a table that fits every page, and of one that fits no page in a legible size. */
const narrow = 28;
const wide = 120;

/** Gives a cell of a table its alignment as a class, and says whether it heads a column. */
export function dressCell(cell: Element): Element {
  const { align, ...properties } = cell.properties;
  cell.properties = typeof align === 'string' ? { ...properties, className: [`align-${align}`] } : properties;
  if (cell.tagName !== 'th') return cell;
  // A column may be left without a name; an empty header is none.
  if (toString(cell) === '' && !cell.children.some(({ type }) => type === 'element')) cell.tagName = 'td';
  else cell.properties.scope = 'col';
  return cell;
}

/**
 * For `app/print.css`: a table that is wider than the printed page gets a smaller font or, if that would be
 * illegible, is shown row by row.
 */
function fitToPaper(table: Element): void {
  const { width, longCells } = measureTable(table);
  for (const cell of longCells) {
    const { className } = cell.properties;
    cell.properties.className = [...(Array.isArray(className) ? className : []), 'long'];
  }
  if (width > narrow) table.properties.style = `--w:${width}`;
  if (width > wide) table.properties.className = ['rows-wrap'];
}

/** Lets a wide table scroll by itself, and fits it to paper. */
export function frameTable(table: Element): Element {
  fitToPaper(table);
  const properties = { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}
