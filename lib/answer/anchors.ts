import type { Nodes } from 'mdast';

import { nearestWord } from '@/lib/nearest-word';
import { nodesOf } from './nodes';
import type { Report } from './remark';

/** Ids that the page itself uses. */
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

/** Whether a page has an anchor: one of its answer's anchors, of the page itself, or of a footnote. */
export function hasAnchor(anchors: readonly string[], fragment: string): boolean {
  return (
    anchors.includes(fragment) ||
    pageIds.includes(fragment) ||
    fragment === 'top' ||
    fragment.startsWith('user-content-fn')
  );
}

/** A suggestion with the nearest anchor. */
export function suggestAnchor(anchors: readonly string[], fragment: string): string {
  const nearest = nearestWord(fragment, anchors, anchorShare);
  return nearest === undefined ? '' : ` Did you mean #${nearest}?`;
}

/** Anchors often differ by whole words. */
const anchorShare = 0.5;

/**
 * Reports links to anchors that the answer does not have.
 *
 * @param findAnchors called only if there are such links, which is rare
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
    const message = `The answer has no heading #${fragment}, so this link has no target: write the anchor of an existing heading.${suggestAnchor(anchors, fragment)}`;
    report({
      offset: position?.start.offset ?? 0,
      severity: 'warning',
      code: 'anchor-missing',
      message,
    });
  }
}
