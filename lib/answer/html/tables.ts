import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from '../visit';

/** Lets wide tables scroll by themselves, and says which cells head a column. */
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
  // A column may be left without a name; an empty header is none.
  if (toString(cell) === '' && !cell.children.some(({ type }) => type === 'element')) cell.tagName = 'td';
  else cell.properties.scope = 'col';
}

function frame(table: Element): Element {
  const properties = { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}
