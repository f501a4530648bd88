import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from '../visit';
import { measureTable } from './table-width';

/** Widths in em: of a table that fits every page, and of one that fits no page in a legible size. */
const narrow = 28;
const wide = 120;

/** Makes wide tables scroll horizontally, and marks header cells. */
export function frameTables(page: Root): void {
  visit(page, 'element', (node, index, parent) => {
    if (node.tagName === 'th' || node.tagName === 'td') dressCell(node);
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    for (const child of node.children) visit(child, 'element', dressCell);
    parent.children[index] = frame(node);
    return [SKIP, index + 1];
  });
}

function dressCell(cell: Element): void {
  const { align, ...properties } = cell.properties;
  cell.properties = typeof align === 'string' ? { ...properties, className: [`align-${align}`] } : properties;
  if (cell.tagName !== 'th') return;
  // A column may have no name, and an empty header cell is not a header.
  if (toString(cell) === '' && !cell.children.some(({ type }) => type === 'element')) cell.tagName = 'td';
  else cell.properties.scope = 'col';
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

function frame(table: Element): Element {
  fitToPaper(table);
  const properties = { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}
