import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { measureTable } from './table-width';

/** Widths in em: of a table that fits every page, and of one that fits no page in a legible size. */
const narrow = 28;
const wide = 120;

/** Sets the alignment of a table cell as a class, and the scope of a column header. */
export function dressCell(cell: Element): Element {
  const { align, ...properties } = cell.properties;
  cell.properties = typeof align === 'string' ? { ...properties, className: [`align-${align}`] } : properties;
  if (cell.tagName !== 'th') return cell;
  // An empty header would have no meaning for screen readers.
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

/** Makes a wide table scrollable, and fits it to the printed page. */
export function frameTable(table: Element): Element {
  fitToPaper(table);
  const properties = { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}
