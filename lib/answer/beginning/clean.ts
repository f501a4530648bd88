import type { Element, ElementContent } from 'hast';

import { limits } from '@/lib/limits';
import { plainText } from '../html/plain-text';

/**
 * Copies nodes of a page for use elsewhere: removes ids, check boxes and footnote references, and replaces
 * links within the page by their text. A link whose text is longer than a beginning is replaced as well,
 * because links are never cut.
 */
export function cleanNodes(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    if (node.tagName === 'math') return [withoutReferences(node)];
    const { id: _, ...properties } = node.properties;
    if (node.tagName === 'input' || properties.dataFootnoteRef !== undefined) return [];
    const children = cleanNodes(node.children);
    if (node.tagName === 'sup' && children.length === 0) return [];
    const isText = node.tagName === 'a' && (isWithinPage(properties.href) || isLong(node));
    return isText ? children : [{ ...node, properties, children }];
  });
}

/**
 * A formula in which references to equations are replaced by their text. They are the only links in formulas.
 */
function withoutReferences(node: Element): Element {
  if (!node.children.some(hasLink)) return node;
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    return child.tagName === 'a' ? child.children : [withoutReferences(child)];
  });
  return { ...node, children };
}

function hasLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(hasLink));
}

function isWithinPage(href: unknown): boolean {
  return typeof href === 'string' && href.startsWith('#');
}

function isLong(node: ElementContent): boolean {
  return plainText(node).length > limits.beginningLength;
}
