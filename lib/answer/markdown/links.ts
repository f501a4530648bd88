import type { Definition, Image, Link, Root, RootContent } from 'mdast';

import type { Report } from '../remark';
import { SKIP, visit } from '../visit';

/** Allowed addresses. Browsers treat a backslash as a slash, so `/\` would lead to another site. */
const allowed = {
  link: /^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i,
  image: /^(?:https?:\/\/|\/(?![/\\]))/i,
};

/** Removes links and images that do not lead to the web, a mail address or this site. */
export function checkLinks(document: Root, report: Report): void {
  visit(document, (node, index, parent) => {
    if (!parent || index === undefined) return;
    const replacement = replace(node, report);
    if (!replacement) return;
    // The content of a link is allowed wherever the link is.
    (parent.children as RootContent[]).splice(index, 1, ...replacement);
    return [SKIP, index];
  });
}

/** The replacement of a link that is not allowed. */
function replace(node: Root | RootContent, report: Report): RootContent[] | undefined {
  if (node.type === 'link' && !allowed.link.test(node.url)) {
    report(forbidden(node));
    return node.children;
  }
  if (node.type === 'image' && !allowed.image.test(node.url)) {
    report(forbidden(node));
    return [{ type: 'text', value: node.alt ?? '' }];
  }
  // A reference without a definition is shown as typed.
  if (node.type === 'definition' && !allowed.link.test(node.url)) {
    report(forbidden(node));
    return [];
  }
  return undefined;
}

function forbidden({ type, position }: Link | Image | Definition) {
  const expected =
    type === 'image'
      ? 'an image must begin with https://, http:// or /'
      : 'a link must begin with https://, http://, mailto:, / or #';
  return {
    offset: position?.start.offset ?? 0,
    severity: 'warning',
    code: 'address',
    message: `This ${type === 'image' ? 'image' : 'link'} leads where answers do not: ${expected}. Its text is shown alone.`,
  } as const;
}
