import type { Nodes } from 'mdast';

import { nodesOf } from '../nodes';
import type { Report } from '../remark';

/**
 * Changes the levels of headings so that they fit below the page's h1: the highest level becomes h2, and no
 * level is skipped.
 */
export function rebaseHeadings(nodes: readonly Nodes[]): void {
  const open: { written: number; shown: Level }[] = [];
  for (const heading of nodesOf(nodes, 'heading')) {
    while ((open.at(-1)?.written ?? 0) >= heading.depth) open.pop();
    const shown = deeper(open.at(-1)?.shown ?? 1);
    open.push({ written: heading.depth, shown });
    heading.depth = shown;
  }
}

type Level = 1 | 2 | 3 | 4 | 5 | 6;

function deeper(level: Level): Level {
  const next: Record<Level, Level> = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 };
  return next[level];
}

/** Reports headings that skip a level; the page closes the gap. */
export function checkHeadings(nodes: readonly Nodes[], report: Report): void {
  let above: number | undefined;
  for (const { depth, position } of nodesOf(nodes, 'heading')) {
    if (above !== undefined && depth > above + 1) {
      report({
        offset: position?.start.offset ?? 0,
        severity: 'warning',
        code: 'heading-order',
        message: `This heading skips a level: found ${'#'.repeat(depth)}, expected ${'#'.repeat(above + 1)} or fewer.`,
      });
    }
    above = depth;
  }
}
