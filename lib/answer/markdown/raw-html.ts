import type { Html, Node, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

import { listNodes, nodesOf } from '../nodes';
import type { Report } from '../remark';

/** Text between `<sub>` and `</sub>`, or `<sup>` and `</sup>`. */
interface ShiftedText extends Node {
  type: 'shiftedText';
  children: PhrasingContent[];
  data: { hName: string };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    shiftedText: ShiftedText;
  }
  interface RootContentMap {
    shiftedText: ShiftedText;
  }
}

const lineBreaks = /^(?:\s*<br\s*\/?>)+\s*$/i;
const opening = /^<(sub|sup)>$/i;

/**
 * Processes raw HTML: `<br>`, `<sub>` and `<sup>` are applied. Any other tag is shown as typed, so that
 * `Array<string>` is not lost.
 */
export function showRawHtml(document: Root, report: Report): void {
  if (nodesOf(listNodes(document), 'html').length === 0) return;
  visit(document, 'html', (node, index, parent) => {
    if (!parent || index === undefined) return;
    // The replacement is allowed wherever the tag is.
    const siblings = parent.children as RootContent[];
    const replacement = isFlow(parent) ? showBlock(node, report) : undefined;
    if (replacement) {
      siblings.splice(index, 1, ...replacement);
      return index + replacement.length;
    }
    const [count, inline] = replaceInline(node, siblings.slice(index + 1), report);
    siblings.splice(index, count, inline);
    // The children of the new node may contain tags as well.
    return index;
  });
}

function isFlow({ type }: Parents): boolean {
  return type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition';
}

function showBlock(node: Html, report: Report): RootContent[] {
  if (lineBreaks.test(node.value)) return [];
  return [{ type: 'paragraph', children: [showTag(node, report)] }];
}

/** The number of siblings to replace, including the tag, and their replacement. */
function replaceInline(
  node: Html,
  following: readonly RootContent[],
  report: Report,
): [count: number, replacement: RootContent] {
  if (lineBreaks.test(node.value)) return [1, { type: 'break' }];
  const name = opening.exec(node.value)?.[1]?.toLowerCase();
  const closing = following.findIndex(
    (sibling) => sibling.type === 'html' && sibling.value.toLowerCase() === `</${name ?? ''}>`,
  );
  if (name === undefined || closing === -1) return [1, showTag(node, report)];
  // These nodes were siblings of an inline tag.
  const children = following.slice(0, closing) as PhrasingContent[];
  return [closing + 2, { type: 'shiftedText', children, data: { hName: name } }];
}

function showTag({ value, position }: Html, report: Report): RootContent & { type: 'text' } {
  const tag = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  report({
    offset: position?.start.offset ?? 0,
    severity: 'warning',
    code: 'raw-html',
    message: `"${tag}" is HTML, which is shown as typed: use Markdown instead, or put it between backticks to show it as code.`,
  });
  return { type: 'text', value };
}
