import type { Nodes } from 'mdast';

import { nearestWord } from '@/lib/nearest-word';
import { nodesOf } from './nodes';
import type { Report } from './remark';

/** Ids that pages use for themselves. */
export const pageIds: readonly string[] = [
  'content',
  'search-field',
  'query',
  'sources',
  'topics',
  'related',
  'keys',
  'footnote-label',
];

/** The decoded fragment of a link, or undefined if it has none. */
export function fragmentOf(address: string): string | undefined {
  const fragment = /#(.+)$/s.exec(address)?.[1];
  if (fragment === undefined) return undefined;
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}

/** Whether a page whose answer has some anchors has another one: its own, and those of notes, are always there. */
export function hasAnchor(anchors: readonly string[], fragment: string): boolean {
  return (
    anchors.includes(fragment) ||
    pageIds.includes(fragment) ||
    fragment === 'top' ||
    fragment.startsWith('user-content-fn')
  );
}

/** A question for the anchor that was probably meant. */
export function suggestAnchor(anchors: readonly string[], fragment: string): string {
  const nearest = nearestWord(fragment, anchors, anchorShare);
  return nearest === undefined ? '' : ` Did you mean #${nearest}?`;
}

/** Headings are changed by whole words. */
const anchorShare = 0.5;

/**
 * Reports links to places that the answer does not have.
 *
 * @param findAnchors what they may lead to: few answers have such links
 */
export function checkAnchors(
  nodes: readonly Nodes[],
  findAnchors: () => readonly string[],
  report: Report,
): void {
  let found: readonly string[] | undefined;
  for (const { url, position } of nodesOf(nodes, 'link', 'definition')) {
    if (!url.startsWith('#')) continue;
    const fragment = fragmentOf(url);
    if (fragment === undefined) continue;
    const anchors = (found ??= findAnchors());
    if (hasAnchor(anchors, fragment)) continue;
    const message = `This link leads to #${fragment}, and the answer has no such heading: write the address of one.${suggestAnchor(anchors, fragment)}`;
    report({
      offset: position?.start.offset ?? 0,
      severity: 'warning',
      code: 'anchor-missing',
      message,
    });
  }
}
