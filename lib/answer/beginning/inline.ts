import type { ElementContent } from 'hast';

import { plainText } from '../html/plain-text';
import type { Stretch } from './place-to-cut';

/** What a paragraph says, for finding a place to cut it. */
export interface InlineText {
  /** On one line. Formulas, code and images have other letters in their place. */
  text: string;
  /** Formulas, code, links and images. */
  whole: Stretch[];
  /** Characters that are not in formulas, code or images. */
  wordLength: number;
}

/** Stands for a formula, code or an image: two letters at least, so that it does not look like an initial. */
const standIn = 'X';
const shortestStandIn = 2;

export function readInline(nodes: readonly ElementContent[]): InlineText {
  const whole: Stretch[] = [];
  let text = '';
  let wordLength = 0;
  const read = (node: ElementContent) => {
    const start = text.length;
    if (node.type !== 'element' || isSealed(node)) {
      text += textOf(node);
      if (node.type === 'text') wordLength += node.value.length;
      else whole.push({ start, end: text.length });
      return;
    }
    if (node.tagName === 'br') text += ' ';
    node.children.forEach(read);
    if (node.tagName === 'a') whole.push({ start, end: text.length });
  };
  nodes.forEach(read);
  return { text: text.trimEnd(), whole, wordLength };
}

/**
 * The beginning of inline nodes.
 *
 * @param end an offset in what {@link readInline} makes of them, not within one of its `whole` stretches
 */
export function cutInline(nodes: readonly ElementContent[], end: number): ElementContent[] {
  let room = end;
  const cut = (node: ElementContent): ElementContent[] => {
    if (room <= 0) return [];
    if (node.type === 'text') {
      const value = node.value.slice(0, room);
      room -= value.length;
      return [{ type: 'text', value }];
    }
    if (node.type !== 'element' || isSealed(node)) {
      room -= textOf(node).length;
      return [node];
    }
    if (node.tagName === 'br') room -= 1;
    return [{ ...node, children: node.children.flatMap(cut) }];
  };
  return nodes.flatMap(cut);
}

/** Whether a node is a formula, code or an image, of which a part would say something else. */
function isSealed({ tagName, properties }: ElementContent & { type: 'element' }): boolean {
  return (
    tagName === 'math' ||
    tagName === 'code' ||
    tagName === 'img' ||
    (tagName === 'span' && properties.dataTex !== undefined)
  );
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/\s/g, ' ');
  if (node.type !== 'element') return '';
  const { length } = node.tagName === 'img' ? (node.properties.alt ?? '') : plainText(node);
  return standIn.repeat(Math.max(shortestStandIn, length));
}
