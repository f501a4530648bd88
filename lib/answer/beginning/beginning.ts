import type { Element, ElementContent, Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';

import { limits } from '@/lib/limits';
import { toHtml } from '../html/to-html';
import { paragraphOf, takeBlock, textNode, type Taken } from './blocks';
import { cleanNodes } from './clean';

/** The beginning of an answer, for places with little room. Plain data. */
export interface Beginning {
  /** Sanitized HTML; empty if every block is too long. */
  html: string;
  /** Whether it is the complete answer. */
  isWhole: boolean;
}

/** For an answer that could not be rendered. */
export const noBeginning: Beginning = { html: '', isWhole: false };

/** If a paragraph has fewer characters in words, the next block is added. */
const fewestWords = 60;

/** Minimum number of characters for each further block. */
const leastRoom = limits.beginningLength / 2;

/**
 * The beginning of an answer: its first paragraph, cut at the end of a sentence near {@link
 * limits.beginningLength}, without the headings above it.
 *
 * If the paragraph ends with a colon, its last sentence introduces the next block. The last sentence is left
 * out if the other sentences are long enough. Otherwise the next block is added: a short formula, table or
 * code block, or the first sentence of each list item that fits.
 *
 * @param page a page with converted formulas and framed code and tables
 */
export function beginningOf(page: Root): Beginning {
  const { nodes, isWhole } = takeBlocks(page.children.filter((node) => node.type === 'element'));
  const children = nodes.flatMap((node, index) => (index === 0 ? [node] : [textNode('\n'), node]));
  const html = toHtml({ type: 'root', children });
  return { html, isWhole };
}

function takeBlocks(blocks: readonly Element[]): { nodes: ElementContent[]; isWhole: boolean } {
  const taken: Taken[] = [];
  let headings: Element[] = [];
  let isWhole = true;
  for (const block of blocks) {
    if (block.tagName === 'hr') continue;
    if (headingRank(block) !== undefined) {
      headings.push(block);
      continue;
    }
    const next = saysEnough(taken) ? undefined : takeNext(block, taken);
    isWhole &&= next?.isWhole ?? false;
    if (!next && taken.length > 0) return { nodes: nodesOf(withoutAnnouncement(taken)), isWhole };
    if (!next) continue;
    // A heading above the first block is left out, because it rarely says more than "Introduction".
    if (taken.length > 0) next.nodes.unshift(...headings.map(asParagraph));
    headings = [];
    taken.push(next);
    if (!next.isWhole) break;
  }
  return { nodes: nodesOf(taken), isWhole };
}

function takeNext(block: Element, taken: readonly Taken[]): Taken | undefined {
  const room = Math.max(leastRoom, limits.beginningLength - lengthOf(taken));
  const [cleaned] = cleanNodes([block]);
  return cleaned?.type === 'element' ? takeBlock(cleaned, room) : undefined;
}

function saysEnough(taken: readonly Taken[]): boolean {
  if (lengthOf(taken) >= limits.beginningLength) return true;
  const announcement = taken.at(-1)?.announces;
  if (announcement) return (announcement.others?.wordLength ?? 0) >= limits.beginningLength / 2;
  return taken.reduce((sum, { wordLength }) => sum + wordLength, 0) >= fewestWords;
}

/** Removes the last sentence if it introduces a block that is not included, unless nothing would be left. */
function withoutAnnouncement(taken: readonly Taken[]): Taken[] {
  return taken.map((one, index) => (index === taken.length - 1 ? (one.announces?.others ?? one) : one));
}

function lengthOf(taken: readonly Taken[]): number {
  return taken.reduce((sum, { length }) => sum + length, 0);
}

function nodesOf(taken: readonly Taken[]): ElementContent[] {
  return taken.flatMap(({ nodes }) => nodes);
}

function asParagraph(heading: Element): Element {
  const children = cleanNodes(heading.children);
  return paragraphOf([{ type: 'element', tagName: 'strong', properties: {}, children }]);
}
