import type { Element, Root } from 'hast';

import { hasRightToLeft } from '@/lib/right-to-left';
import { plainText } from './plain-text';
import { SKIP, visit } from '../visit';

/** Blocks with their own text direction. */
const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'th', 'td']);

/** Blocks aligned to the side at which their text begins. */
const containers = new Set(['ul', 'ol', 'blockquote', 'table']);

/** Elements that are always written from left to right. */
const leftToRight = new Set(['code', 'pre', 'math']);

const firstLetter = /\p{L}/u;

/**
 * On a page with right-to-left scripts, sets the direction of each block according to its text, and that of
 * code and formulas to left-to-right. Does not change other pages.
 */
export function setDirections(page: Root): void {
  if (!hasRightToLeft(plainText(page))) return;
  visit(page, 'element', (node: Element) => {
    if (leftToRight.has(node.tagName)) {
      node.properties.dir = 'ltr';
      return SKIP;
    }
    if (blocks.has(node.tagName)) node.properties.dir = 'auto';
    if (containers.has(node.tagName) && runsLeft(node)) node.properties.dir = 'rtl';
    return undefined;
  });
}

/** Uses the first letter, like `dir="auto"`, which ignores nested blocks with a direction. */
function runsLeft(node: Element): boolean {
  return hasRightToLeft(firstLetter.exec(plainText(node))?.[0] ?? '');
}
