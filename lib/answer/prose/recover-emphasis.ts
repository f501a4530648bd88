import type { Emphasis, Nodes, Parents, PhrasingContent, Root, RootContent, Strong, Text } from 'mdast';

import { offsetPosition } from '../nodes';
import type { Report } from '../remark';
import { sourceOffsets } from './source-offsets';
import { characterAt, characterBefore, isUnspaced } from './characters';

/** Asterisks that Markdown left unchanged, and that may be meant as delimiters of bold or italic text. */
interface Delimiter {
  kind: 'delimiter';
  length: number;
  offset: number;
  before: string;
  after: string;
}

type InlinePiece = Delimiter | { kind: 'node'; node: RootContent };

/**
 * Makes text between asterisks bold or italic if Markdown ignored the asterisks because of adjacent
 * punctuation or space, as in `**Note:**text`, `**「強調」**文字` and `**Bold **text`.
 *
 * @param masked the source of the tree
 * @param text the answer as typed, with the same offsets as `masked`
 */
export function recoverEmphasis(document: Root, masked: string, text: string, report: Report): void {
  if (masked.includes('*')) recoverIn(document, { masked, text, report });
}

interface EmphasisInput {
  masked: string;
  text: string;
  report: Report;
}

function recoverIn(node: Nodes, input: EmphasisInput): void {
  if (!('children' in node)) return;
  const children: RootContent[] = node.children;
  if (children.some((child) => child.type === 'text' && child.value.includes('*'))) {
    // The content of emphasis is allowed wherever the emphasis is.
    (node as { children: RootContent[] }).children = buildEmphasis(children, node, input);
  }
  for (const child of node.children) recoverIn(child, input);
}

function buildEmphasis(
  children: readonly RootContent[],
  parent: Parents,
  input: EmphasisInput,
): RootContent[] {
  const pieces = children.flatMap((child) =>
    child.type === 'text' ? splitAtDelimiters(child, parent, input) : [asPiece(child)],
  );
  const closings = pairDelimiters(pieces, input);
  if (closings.size === 0) return [...children];
  const joined: RootContent[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece) break;
    const closing = closings.get(index);
    const end = pieces[closing ?? -1];
    if (closing === undefined || piece.kind !== 'delimiter' || end?.kind !== 'delimiter') {
      append(joined, nodeOf(piece));
      continue;
    }
    joined.push(emphasis(piece, end, pieces.slice(index + 1, closing)));
    input.report(remark(piece, end, input.text));
    index = closing;
  }
  return joined;
}

function asPiece(node: RootContent): InlinePiece {
  return { kind: 'node', node };
}

function splitAtDelimiters(node: Text, parent: Parents, { masked }: EmphasisInput): InlinePiece[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const offsets = sourceOffsets(node.value, masked.slice(start, end));
  if (!offsets) return [asPiece(node)];
  const pieces: InlinePiece[] = [];
  let from = 0;
  const addText = (to: number) => {
    if (to > from)
      pieces.push(
        asPiece(
          textNode(
            node.value.slice(from, to),
            start + (offsets[from] ?? 0),
            start + (offsets[to - 1] ?? 0) + 1,
          ),
        ),
      );
  };
  for (const { 0: run, index } of node.value.matchAll(/\*+/g)) {
    const at = offsets[index] ?? -1;
    const isWhole = run.length <= 2 && at !== -1 && offsets[index + run.length - 1] === at + run.length - 1;
    if (!isWhole) continue;
    addText(index);
    from = index + run.length;
    const offset = start + at;
    const isFirst = offset === (parent.children[0]?.position?.start.offset ?? -1);
    pieces.push({
      kind: 'delimiter',
      length: run.length,
      offset,
      before: isFirst ? '' : characterBefore(masked, offset),
      after: characterAt(masked, offset + run.length),
    });
  }
  addText(node.value.length);
  return pieces;
}

/** Maps the position of each opening delimiter to that of its closing one. */
function pairDelimiters(pieces: readonly InlinePiece[], input: EmphasisInput): Map<number, number> {
  const closings = new Map<number, number>();
  const open = new Map<number, number>();
  pieces.forEach((piece, index) => {
    if (piece.kind === 'node') {
      if (piece.node.type === 'break') open.clear();
      return;
    }
    const opening = pieces[open.get(piece.length) ?? -1];
    if (opening?.kind === 'delimiter' && isClosing(piece, opening, input)) {
      closings.set(open.get(piece.length) ?? 0, index);
      open.clear();
    } else if (isOpening(piece, input)) open.set(piece.length, index);
  });
  return closings;
}

const word = /^[\p{L}\p{M}\p{N}\uFDD0-\uFDD2\uFDD8-\uFDDB]$/u;
const space = /^\s?$/;
const endsClause = /^[:.!?：。！？」』”’）】》、，；;]$/;

/**
 * Text after an asterisk that is not emphasis: a number or the name of Python arguments. An amount with
 * asterisks on both sides is emphasis: `**5%**of`.
 */
const notEmphasized = /^(?:\d(?![\d.,]*[%‰€$£¥°:.!?]\*)|(?:kw)?args\b|kw(?:ds)?\b|opt(?:ion)?s\b|params\b)/;

/** Number of characters that are examined after the asterisks. */
const maxNotEmphasizedLength = 24;

function isOpening({ before, after, length, offset }: Delimiter, { masked }: EmphasisInput): boolean {
  if (word.test(before) && !isUnspaced(before)) return false;
  if (length === 2 && before === '' && /^ $/.test(after)) return true;
  if (space.test(after)) return false;
  const rest = masked.slice(offset + length, offset + length + maxNotEmphasizedLength);
  return !(space.test(before) && before !== '' && notEmphasized.test(rest));
}

function isClosing(
  { before, after, length, offset }: Delimiter,
  opening: Delimiter,
  { masked }: EmphasisInput,
): boolean {
  const from = opening.offset + opening.length;
  const content = masked.slice(from, offset);
  if (content.trim() === '') return false;
  if (length === 1) return endsClause.test(before) && word.test(after) && !content.includes('\n');
  if (!space.test(before)) return true;
  // `**p, **q` are pointers.
  const hasAccidentalSpace = before === ' ' && !/\n|,\s*$/.test(content) && !notEmphasized.test(content);
  return hasAccidentalSpace && !space.test(opening.after) && word.test(after);
}

function emphasis(
  { offset, length }: Delimiter,
  closing: Delimiter,
  between: readonly InlinePiece[],
): Strong | Emphasis {
  const children: RootContent[] = [];
  for (const piece of between) append(children, nodeOf(piece));
  return {
    type: length === 2 ? 'strong' : 'emphasis',
    // These nodes were siblings of the text of a paragraph.
    children: children as PhrasingContent[],
    position: offsetPosition(offset, closing.offset + length),
  };
}

function nodeOf(piece: InlinePiece): RootContent {
  if (piece.kind === 'node') return piece.node;
  return textNode('*'.repeat(piece.length), piece.offset, piece.offset + piece.length);
}

/** Appends a node, and joins adjacent texts. */
function append(nodes: RootContent[], node: RootContent): void {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || node.type !== 'text') nodes.push(node);
  else {
    const end = node.position?.end.offset ?? 0;
    nodes[nodes.length - 1] = textNode(last.value + node.value, last.position?.start.offset ?? 0, end);
  }
}

function textNode(value: string, start: number, end: number): Text {
  return { type: 'text', value, position: offsetPosition(start, end) };
}

function remark(opening: Delimiter, closing: Delimiter, text: string) {
  const end = closing.offset + closing.length;
  const delimiter = '*'.repeat(opening.length);
  const replacement = portableSpelling(
    text.slice(opening.offset + opening.length, closing.offset),
    delimiter,
    closing.after,
  );
  const remedy =
    replacement === undefined
      ? 'write a space or punctuation after the last asterisk'
      : `write ${replacement}`;
  return {
    offset: opening.offset,
    severity: 'warning',
    code: 'bold-as-meant',
    message: `This text is ${opening.length === 2 ? 'bold' : 'italic'} here, but other Markdown tools show the asterisks, because of the adjacent punctuation or space: ${remedy}.`,
    ...(replacement !== undefined && { fix: { end, text: replacement } }),
  } as const;
}

/** Maximum number of characters of a text that a fix repeats. */
const maxFixLength = 1000;

const bracketed = /^([「『“（(《【])([\p{L}\p{N}](?:.*[\p{L}\p{N}])?)([」』”）)》】])$/su;
const trailingPunctuation = /^([\p{L}\p{N}](?:.*[\p{L}\p{N}])?)([:.,;!?：。，；！？、…]+)$/su;

/**
 * The text with punctuation and spaces outside the asterisks, which other Markdown tools read in the same
 * way; undefined if there is no such spelling.
 */
function portableSpelling(content: string, delimiter: string, after: string): string | undefined {
  if (content.length > maxFixLength) return undefined;
  const inner = content.trim();
  const [, open = '', within, close = ''] =
    bracketed.exec(inner) ?? trailingPunctuation.exec(inner)?.toSpliced(1, 0, '') ?? [];
  const before = content.slice(0, content.length - content.trimStart().length);
  const trailingSpace = content.slice(content.trimEnd().length);
  if (within !== undefined)
    return `${before}${open}${delimiter}${within}${delimiter}${close}${trailingSpace}`;
  const canMoveSpaces = inner !== content && (trailingSpace !== '' || !word.test(after));
  return canMoveSpaces && word.test(inner.at(-1) ?? '')
    ? `${before}${delimiter}${inner}${delimiter}${trailingSpace}`
    : undefined;
}
