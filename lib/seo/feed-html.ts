import type { Element, Properties, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';

/** What an element keeps where neither our styles nor our scripts are. */
const kept = new Set(['href', 'src', 'alt', 'title', 'width', 'height', 'id', 'start', 'scope', 'colSpan']);

/**
 * A rendered answer as it can stand on a stranger's page: links lead where they lead on its own, and what only our
 * styles and scripts make use of is gone.
 *
 * @param url the absolute address of its page
 */
export function feedHtml(html: string, url: string): string {
  const page: Root = fromHtml(html, { fragment: true });
  visit(page, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (isAnchor(node)) {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.tagName === 'span') {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    if (node.tagName === 'math') {
      visit(node, 'element', cleanFormula);
      return SKIP;
    }
    node.properties = keep(node.properties, url);
    return undefined;
  });
  return toHtml(page);
}

/** The sign beside a heading that links to it. */
function isAnchor({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('anchor');
}

/** Attributes of MathML are part of what a formula says. */
function cleanFormula(element: Element): void {
  const { className: _, style: __, ...properties } = element.properties;
  element.properties = properties;
}

function keep(properties: Properties, url: string): Properties {
  const remaining: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (!kept.has(name)) continue;
    const isAddress = (name === 'href' || name === 'src') && typeof value === 'string';
    remaining[name] = isAddress ? resolveAddress(value, url) : value;
  }
  return remaining;
}

function resolveAddress(address: string, url: string): string {
  return URL.canParse(address, url) ? new URL(address, url).href : address;
}
