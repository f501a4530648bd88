import type { Element, ElementContent } from 'hast';

import { cutInline, readInline, type InlineText } from './inline';
import { allowedEnds, firstSentence, placeToCut, tolerance, type Cut } from './place-to-cut';

/** The selected part of one block or several. */
export interface Taken {
  nodes: ElementContent[];
  /** Number of characters of its text. */
  length: number;
  /** Number of these characters outside formulas, code and images. */
  wordLength: number;
  /** Whether the block is complete. */
  isWhole: boolean;
  /** For a paragraph that ends with a colon: the paragraph without its last sentence, if it has others. */
  announces?: { others: Taken | undefined };
}

/** Maximum number of characters of a shortened list item. */
const itemLength = 120;

/**
 * Selects about `room` characters from the beginning of a block; undefined if every possible selection is too
 * long.
 *
 * @param block cleaned
 */
export function takeBlock(block: Element, room: number): Taken | undefined {
  switch (block.tagName) {
    case 'p':
      return takeParagraph(block, room);
    case 'ul':
    case 'ol':
      return takeWhole(block, room) ?? takeItems(block, room);
    case 'blockquote':
      return takeWhole(block, room) ?? takeQuote(block, room);
    default:
      return takeWhole(block, room);
  }
}

function takeWhole(block: Element, room: number): Taken | undefined {
  const { text, wordLength } = readInline([block]);
  return text.length > room + tolerance(room)
    ? undefined
    : { nodes: [block], length: text.length, wordLength, isWhole: true };
}

function takeParagraph(block: Element, room: number): Taken | undefined {
  const inline = readInline(block.children);
  const { text, whole, wordLength } = inline;
  const cut = placeToCut(text, whole, room);
  if (!cut) return undefined;
  if (cut.end < text.length) return cutParagraph(block, cut);
  const taken: Taken = { nodes: [block], length: text.length, wordLength, isWhole: true };
  return /[:：]$/.test(text)
    ? { ...taken, announces: { others: withoutLastSentence(block, inline) } }
    : taken;
}

function withoutLastSentence(block: Element, { text, whole }: InlineText): Taken | undefined {
  const end = allowedEnds(text, whole, text.length).at(-2);
  return end === undefined ? undefined : cutParagraph(block, { end, isSentence: true });
}

function cutParagraph(block: Element, { end, isSentence }: Cut): Taken {
  const children = cutInline(block.children, end);
  const { text, wordLength } = readInline(children);
  const nodes = [{ ...block, children: isSentence ? children : [...children, textNode('…')] }];
  return { nodes, length: text.length, wordLength, isWhole: false };
}

function takeQuote(block: Element, room: number): Taken | undefined {
  const [first] = block.children.filter((node) => node.type === 'element');
  const taken = first && takeBlock(first, room);
  return taken && { ...taken, nodes: [{ ...block, children: taken.nodes }], isWhole: false };
}

/** Selects the first sentence of each item, as many as fit, but at least one. */
function takeItems(list: Element, room: number): Taken | undefined {
  const children: ElementContent[] = [];
  const items = list.children.filter((node) => node.type === 'element');
  let length = 0;
  let wordLength = 0;
  for (const item of items) {
    const taken = takeItem({ ...item, children: firstLines(item) });
    if (!taken || (children.length > 0 && length + taken.length > room + tolerance(room))) break;
    children.push(...taken.nodes);
    length += taken.length;
    wordLength += taken.wordLength;
  }
  if (children.length === 0) return undefined;
  const more = children.length < items.length ? [paragraphOf([textNode('…')])] : [];
  return { nodes: [{ ...list, children }, ...more], length, wordLength, isWhole: false };
}

function takeItem(item: Element): Taken | undefined {
  const { text, whole } = readInline(item.children);
  const cut = firstSentence(text, whole, itemLength);
  return cut && cutParagraph(item, cut);
}

/** The text of an item before nested lists, code or further paragraphs. */
function firstLines({ children }: Element): ElementContent[] {
  const first = children.find(
    (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
  );
  if (first?.type === 'element' && first.tagName === 'p') return first.children;
  const end = children.findIndex((node) => node.type === 'element' && blockNames.has(node.tagName));
  return end === -1 ? children : children.slice(0, end);
}

const blockNames = new Set([
  'ul',
  'ol',
  'p',
  'figure',
  'div',
  'blockquote',
  'pre',
  'hr',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

export function paragraphOf(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children };
}

export function textNode(value: string): ElementContent {
  return { type: 'text', value };
}
