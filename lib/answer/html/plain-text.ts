import type { Nodes } from 'hast';
import { toString } from 'hast-util-to-string';

import { singleSpaces } from '@/lib/single-spaces';

/** The text of an element with single spaces. */
export function plainText(node: Nodes): string {
  return singleSpaces(toString(node));
}
