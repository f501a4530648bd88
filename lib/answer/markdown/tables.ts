import type { Root } from 'mdast';

import { limits } from '@/lib/limits';
import type { Remark } from '../remark';
import { EXIT, visit } from '../visit';

/** Reports the first table with too many cells. Each row counts as many cells as the head. */
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
