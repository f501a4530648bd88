import type { Node, Nodes, Parents, Root, RootContent } from 'mdast';

import { hasMask, maskOffsets, splitAtMasks, type MaskedAnswer } from '../mask';

/** A formula in the tree, which `html/formulas` converts. */
export interface FormulaNode extends Node {
  type: 'formula';
  place: FormulaPlace;
}

/** The position of a formula, as properties of its placeholder element. */
export interface FormulaPlace {
  dataOffset: number;
  dataInline?: true;
  dataCell?: true;
  dataUnlinked?: true;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    formula: FormulaNode;
  }
  interface RootContentMap {
    formula: FormulaNode;
  }
}

/** Properties of a formula that depend on the nodes around it. */
type Where = Omit<FormulaPlace, 'dataOffset'>;

/** Replaces masks by formulas, and in code by the typed text. */
export function placeFormulas(document: Root, answer: MaskedAnswer): void {
  if (answer.formulas.size > 0) placeIn(document, answer, {});
}

function placeIn(node: Nodes, answer: MaskedAnswer, around: Where): void {
  if (!mayHoldFormula(node, answer)) return;
  restoreStrings(answer, node);
  if (!('children' in node)) return;
  const where: Where = {
    ...around,
    ...(inlineParents.has(node.type) && { dataInline: true }),
    ...(node.type === 'tableCell' && { dataCell: true }),
    ...(unlinkedParents.has(node.type) && { dataUnlinked: true }),
  };
  // A text is replaced by texts and formulas, which are allowed wherever a text is.
  node.children = setFormulas(answer, node, where);
  for (const child of node.children) placeIn(child, answer, where);
}

function mayHoldFormula({ position }: Nodes, answer: MaskedAnswer): boolean {
  return !position || hasMask(answer, position.start.offset ?? 0, position.end.offset ?? 0);
}

/** Nodes in which a formula is set inline, even if it has display delimiters. */
const inlineParents = new Set<string>(['heading', 'tableCell', 'link', 'linkReference']);

/** Nodes in which a formula must not contain links. */
const unlinkedParents = new Set<string>(['heading', 'link', 'linkReference']);

/** The TeX of a formula at its position in an answer. */
export interface PlacedFormula {
  tex: string;
  display: boolean;
  contentStart: number;
  /** With delimiters, as typed. */
  source: string;
}

/** The formula at its position in an answer. In a table cell, `\|` is a bar. */
export function placedFormula(
  { text, formulas }: MaskedAnswer,
  { dataOffset: offset, dataInline, dataCell }: FormulaPlace,
): PlacedFormula | undefined {
  const formula = formulas.get(offset);
  if (!formula) return undefined;
  const { start, end, contentStart, contentEnd } = formula;
  const tex = withoutQuoteMarks(text, offset, text.slice(contentStart, contentEnd));
  return {
    // The length stays the same, so that faults are reported at the right place.
    tex: dataCell ? tex.replace(/(?<!\\)((?:\\\\)*)\\\|/g, '$1 |') : tex,
    display: formula.display && !dataInline,
    contentStart,
    source: text.slice(start, end),
  };
}

/** In a block quote, each line of a formula begins with the quote marker. */
function withoutQuoteMarks(text: string, offset: number, tex: string): string {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
  return /^[ \t]*>/.test(line) ? tex.replace(/^[ \t]*(?:>[ \t]?)+/gm, '') : tex;
}

function setFormulas(answer: MaskedAnswer, parent: Parents, properties: Where): RootContent[] {
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
      parts.push(formulaNode(offsets.shift() ?? 0, properties), { type: 'text', value: other });
    }
    return parts.filter((part) => part.type !== 'text' || part.value !== '');
  });
}

function formulaNode(offset: number, properties: Where): FormulaNode {
  return { type: 'formula', place: { dataOffset: offset, ...properties } };
}

function restoreStrings(answer: MaskedAnswer, node: Nodes): void {
  if ('value' in node && node.type !== 'text')
    node.value = typed(answer, node.value, offsetsIn(answer, node));
  if ('alt' in node && node.alt) node.alt = typed(answer, node.alt, offsetsIn(answer, node));
  if (!('url' in node)) return;
  // The address and the title come last in the source.
  const { url, title } = node;
  const count = splitAtMasks(url + (title ?? '')).length - 1;
  const offsets = count === 0 ? [] : offsetsIn(answer, node).slice(-count);
  node.url = typed(answer, url, offsets);
  if (title) node.title = typed(answer, title, offsets);
}

/** Replaces the masks of a text by the typed text. The offsets are removed from the front of `offsets`. */
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
