import type { Element, ElementContent, Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';
import { toHtml } from 'hast-util-to-html';

import { limits } from '@/lib/limits';
import { paragraphOf, takeBlock, textNode, type Taken } from './blocks';
import { cleanNodes } from './clean';

/** What is shown of an answer where there is no room for all of it. Plain data. */
export interface Beginning {
  /** Sanitized, as the answer is; empty where no part of it is short enough. */
  html: string;
  /** Whether it is the whole answer. */
  isWhole: boolean;
}

/** Of an answer that could not be rendered. */
export const noBeginning: Beginning = { html: '', isWhole: false };

/** With fewer characters in words, a paragraph does not say enough: the next block is shown, too. */
const fewestWords = 60;

/** What is shown besides other blocks has room for so many characters at least. */
const leastRoom = limits.beginningLength / 2;

/**
 * The beginning of an answer: its first paragraph, cut at the end of a sentence near {@link limits.beginningLength}.
 * Headings above it are left out.
 *
 * Where the paragraph ends with a colon, the last sentence announces what follows. If the others say enough, the last is
 * left out; if not, what it announces is shown: a formula, a table or code if it is short, of a list the first sentence of
 * each item as far as there is room.
 *
 * @param page its formulas set, code and tables framed
 */
export function beginningOf(page: Root): Beginning {
  const { nodes, isWhole } = takeBlocks(page.children.filter((node) => node.type === 'element'));
  const children = nodes.flatMap((node, index) => (index === 0 ? [node] : [textNode('\n'), node]));
  const html = toHtml({ type: 'root', children }, { characterReferences: { useNamedReferences: true } });
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
    // Above the first block, a heading hardly says more than "Introduction".
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

/** What was taken, without a sentence that announces what is not shown; unless nothing would be left. */
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
