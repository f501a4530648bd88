import type { Nodes } from 'mdast';

import { limits } from '@/lib/limits';
import { nodesOf } from '../nodes';
import type { Remark } from '../remark';

/**
 * Reports the first table that would have too many cells. Each row gets as many cells as the header has, even
 * if fewer were typed.
 */
export function findLargeTable(nodes: readonly Nodes[]): Remark | undefined {
  for (const { align, children, position } of nodesOf(nodes, 'table')) {
    const cells = (align?.length ?? 0) * children.length;
    if (cells <= limits.tableCells) continue;
    const message = `This table has ${cells} cells; at most ${limits.tableCells} are allowed: split it into several tables.`;
    return { offset: position?.start.offset ?? 0, severity: 'error', code: 'table-too-large', message };
  }
  return undefined;
}
