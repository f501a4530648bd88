import type { Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

import { listNodes, nodesOf, type NodeOf } from '../nodes';
import type { Report } from '../remark';

/** Allowed addresses. Browsers treat a backslash as a slash, so `/\` would lead to another site. */
const allowed = {
  link: /^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i,
  image: /^(?:https?:\/\/|\/(?![/\\]))/i,
};

/** Types of nodes that have an address. */
const types = ['link', 'image', 'definition'] as const;
type Leading = NodeOf<(typeof types)[number]>;

/** Removes links and images whose address is not allowed, and keeps their text. Reports each of them. */
export function checkLinks(document: Root, report: Report): void {
  if (nodesOf(listNodes(document), ...types).every(isAllowed)) return;
  visit(document, types, (node, index, parent) => {
    if (!parent || index === undefined || isAllowed(node)) return;
    report(forbidden(node));
    // The content of a link is allowed wherever the link is.
    (parent.children as RootContent[]).splice(index, 1, ...replacementOf(node));
    return [SKIP, index];
  });
}

function isAllowed({ type, url }: Leading): boolean {
  return (type === 'image' ? allowed.image : allowed.link).test(url);
}

function replacementOf(node: Leading): RootContent[] {
  if (node.type === 'link') return node.children;
  // Without its definition, a reference is shown as typed.
  return node.type === 'image' ? [{ type: 'text', value: node.alt ?? '' }] : [];
}

function forbidden({ type, position }: Leading) {
  const expected =
    type === 'image'
      ? 'write an address that begins with https://, http:// or /'
      : 'write an address that begins with https://, http://, mailto:, / or #';
  return {
    offset: position?.start.offset ?? 0,
    severity: 'warning',
    code: 'address',
    message: `This ${type === 'image' ? 'image' : 'link'} has an address that is not allowed, so only its text is shown: ${expected}.`,
  } as const;
}
