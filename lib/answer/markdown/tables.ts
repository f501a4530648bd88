import type { Nodes } from 'mdast';

import { limits } from '@/lib/limits';
import { nodesOf } from '../nodes';
import type { Remark } from '../remark';

/** The first table that would have too many cells: each row gets as many as the head has, however short it is. */
export function findLargeTable(nodes: readonly Nodes[]): Remark | undefined {
  for (const { align, children, position } of nodesOf(nodes, 'table')) {
    const cells = (align?.length ?? 0) * children.length;
    if (cells <= limits.tableCells) continue;
    const message = `This table has ${cells} cells, at most ${limits.tableCells} are allowed: divide it.`;
    return { offset: position?.start.offset ?? 0, severity: 'error', code: 'table-too-large', message };
  }
  return undefined;
}
