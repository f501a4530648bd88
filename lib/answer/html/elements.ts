import type { Element, ElementContent, Root } from 'hast';

/** Returns the node that replaces an element, the same element to keep it, or undefined to remove it. */
export type Replacer = (element: Element) => ElementContent | undefined;

/**
 * Replaces elements in one pass through the tree with the replacer for their name. The children of an element
 * are replaced before the element. The children of a replacement are not replaced again.
 */
export function replaceElements(parent: Root | Element, replacers: ReadonlyMap<string, Replacer>): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index];
    if (child?.type !== 'element') continue;
    replaceElements(child, replacers);
    const replace = replacers.get(child.tagName);
    if (!replace) continue;
    const replacement = replace(child);
    if (replacement) parent.children[index] = replacement;
    else {
      parent.children.splice(index, 1);
      index -= 1;
    }
  }
}
