import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A remark plugin that shows raw HTML as the text that was typed, so that `Array<string>` is not lost. */
export function remarkShowHtml() {
  return (tree: Root): void => {
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined) return;
      const text = { type: 'text' as const, value: node.value };
      const isBlock = parent.type !== 'paragraph' && parent.type !== 'heading' && parent.type !== 'tableCell';
      parent.children[index] = isBlock ? { type: 'paragraph', children: [text] } : text;
    });
  };
}
