import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

import { hasRightToLeft } from '@/lib/right-to-left';
import { plainText } from './plain-text';

/** Blocks with their own text direction. */
const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'th', 'td']);

/** Blocks aligned to the side at which their text begins. */
const containers = new Set(['ul', 'ol', 'blockquote', 'table']);

/** Elements that are always written from left to right. */
const leftToRight = new Set(['code', 'pre', 'math']);

const firstLetter = /\p{L}/u;

/**
 * Gives each block its own text direction if the page contains text in a script written from right to left.
 * Code and formulas are always written from left to right. Other pages do not change.
 *
 * @param text all text of the page
 */
export function setDirections(page: Root, text: string): void {
  if (!hasRightToLeft(text)) return;
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
