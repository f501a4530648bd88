import type { Root } from 'mdast';

import { limits } from '@/lib/limits';
import type { Remark } from '../remark';
import { EXIT, visit } from '../visit';

/** The first table that would have too many cells: each row gets as many as the head has, however short it is. */
export function findLargeTable(document: Root): Remark | undefined {
  let found: Remark | undefined;
  visit(document, 'table', ({ align, children, position }) => {
    const cells = (align?.length ?? 0) * children.length;
    if (cells <= limits.tableCells) return;
    const message = `This table has ${cells} cells, at most ${limits.tableCells} are allowed: divide it.`;
    found = { offset: position?.start.offset ?? 0, severity: 'error', code: 'table-too-large', message };
    return EXIT;
  });
  return found;
}
