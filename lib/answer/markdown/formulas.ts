import type { Node, Nodes, Parents, Root, RootContent } from 'mdast';

import { maskOffsets, splitAtMasks, type MaskedAnswer } from '../mask';

/** A formula in its place, for `html/formulas` to set. */
export interface FormulaNode extends Node {
  type: 'formula';
  data: { hName: 'math'; hProperties: { dataOffset: number; dataInline?: true } };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    formula: FormulaNode;
  }
  interface RootContentMap {
    formula: FormulaNode;
  }
}

/** Puts formulas where their masks stand, and what was typed where they stand in code. */
export function placeFormulas(document: Root, answer: MaskedAnswer): void {
  if (answer.formulas.size > 0) placeIn(document, answer, false);
}

function placeIn(node: Nodes, answer: MaskedAnswer, isWithinLine: boolean): void {
  restoreStrings(answer, node);
  if (!('children' in node)) return;
  const isInline = isWithinLine || inlineParents.has(node.type);
  // Text gives way to text and formulas, which may stand wherever text may.
  node.children = setFormulas(answer, node, isInline);
  for (const child of node.children) placeIn(child, answer, isInline);
}

/** Where a formula stays on the line, whatever its delimiters say. */
const inlineParents = new Set<string>(['heading', 'tableCell', 'link']);

function setFormulas(answer: MaskedAnswer, parent: Parents, isInline: boolean): RootContent[] {
  const offsets = offsetsIn(answer, parent);
  const children: RootContent[] = parent.children;
  return children.flatMap((child) => {
    const [first = '', ...others] = child.type === 'text' ? splitAtMasks(child.value) : [];
    if (others.length === 0) {
      const { position } = child;
      if (position) dropWhile(offsets, (offset) => offset < (position.end.offset ?? 0));
      return [child];
    }
    const { position } = child;
    if (position) dropWhile(offsets, (offset) => offset < (position.start.offset ?? 0));
    const parts: RootContent[] = [{ type: 'text', value: first }];
    for (const other of others) {
      parts.push(formulaNode(offsets.shift() ?? 0, isInline), { type: 'text', value: other });
    }
    return parts.filter((part) => part.type !== 'text' || part.value !== '');
  });
}

function formulaNode(offset: number, isInline: boolean): FormulaNode {
  const hProperties = isInline ? ({ dataOffset: offset, dataInline: true } as const) : { dataOffset: offset };
  return { type: 'formula', data: { hName: 'math', hProperties } };
}

function restoreStrings(answer: MaskedAnswer, node: Nodes): void {
  if ('value' in node && node.type !== 'text')
    node.value = typed(answer, node.value, offsetsIn(answer, node));
  if ('alt' in node && node.alt) node.alt = typed(answer, node.alt, offsetsIn(answer, node));
  if (!('url' in node)) return;
  // Address and title stand last.
  const { url, title } = node;
  const count = splitAtMasks(url + (title ?? '')).length - 1;
  const offsets = count === 0 ? [] : offsetsIn(answer, node).slice(-count);
  node.url = typed(answer, url, offsets);
  if (title) node.title = typed(answer, title, offsets);
}

/** A text with what was typed in place of its masks, whose offsets are taken from the front of `offsets`. */
function typed({ text, formulas }: MaskedAnswer, masked: string, offsets: number[]): string {
  const [first = '', ...others] = splitAtMasks(masked);
  return others.reduce((restored, other) => {
    const offset = offsets.shift() ?? 0;
    return restored + text.slice(offset, formulas.get(offset)?.end ?? offset) + other;
  }, first);
}

function offsetsIn(answer: MaskedAnswer, { position }: Nodes): number[] {
  return maskOffsets(answer, position?.start.offset ?? 0, position?.end.offset ?? 0);
}

function dropWhile(offsets: number[], isPast: (offset: number) => boolean): void {
  while (offsets[0] !== undefined && isPast(offsets[0])) offsets.shift();
}
