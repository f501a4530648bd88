import type { ElementContent } from 'hast';

import { plainText } from '../html/plain-text';
import type { Stretch } from './place-to-cut';

/** The text of a paragraph, in which a place to cut is searched. */
export interface InlineText {
  /** On one line. Letters replace formulas, code and images. */
  text: string;
  /** Formulas, code, links and images. */
  whole: Stretch[];
  /** Number of characters outside formulas, code and images. */
  wordLength: number;
}

/**
 * Replaces a formula, code or an image. It has at least two letters, so that it is not read as an initial.
 */
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

/** Cuts inline nodes. @param end an offset in the text of {@link readInline}, outside its `whole` ranges */
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

/** Whether a node is a formula, code or an image, which must not be cut. */
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
