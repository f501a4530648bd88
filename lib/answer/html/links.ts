import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

import type { Report } from '../remark';

const allowed = {
  a: /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i,
  img: /^(?:https?:\/\/|\/(?!\/))/i,
};

/** Leaves links and images only where they lead to the web, a mail address or our own pages. */
export function checkLinks(page: Root, report: Report): void {
  visit(page, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.tagName === 'a' && !allowed.a.test(address(node, 'href'))) {
      report(forbidden(node, 'link'));
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    if (node.tagName !== 'img') return;
    if (allowed.img.test(address(node, 'src'))) return;
    report(forbidden(node, 'image'));
    const { alt } = node.properties;
    parent.children.splice(index, 1, { type: 'text', value: typeof alt === 'string' ? alt : '' });
    return [SKIP, index + 1];
  });
}

function address({ properties }: Element, name: 'href' | 'src'): string {
  const value = properties[name];
  return typeof value === 'string' ? value : '';
}

function forbidden({ position }: Element, kind: 'link' | 'image') {
  const expected =
    kind === 'link'
      ? 'a link must begin with https://, http://, mailto:, / or #'
      : 'an image must begin with https://, http:// or /';
  return {
    offset: position?.start.offset ?? 0,
    severity: 'warning',
    code: 'address',
    message: `This ${kind} leads where answers do not: ${expected}. Its text is shown alone.`,
  } as const;
}
