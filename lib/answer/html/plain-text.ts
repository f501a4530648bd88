import type { Nodes } from 'hast';
import { toString } from 'hast-util-to-string';

/** The words of an element, spaces made single. */
export function plainText(node: Nodes): string {
  return toString(node).replace(/\s+/g, ' ').trim();
}
