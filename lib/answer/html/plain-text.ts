import type { Nodes } from 'hast';
import { toString } from 'hast-util-to-string';

/** The text of an element with single spaces. */
export function plainText(node: Nodes): string {
  // Single spaces, the most frequent matches, stay.
  return toString(node)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}
