import type { Nodes } from 'hast';
import { toString } from 'hast-util-to-string';

/** The text of an element with single spaces. */
export function plainText(node: Nodes): string {
  return toString(node).replace(/\s+/g, ' ').trim();
}
