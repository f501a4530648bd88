import type { Emphasis, Nodes, Parents, PhrasingContent, Root, RootContent, Strong, Text } from 'mdast';

import type { Report } from '../remark';
import { alignText } from './align';
import { characterAt, characterBefore, isUnspaced } from './characters';

/** Asterisks that Markdown left unchanged, and that may be meant as delimiters of bold or italic text. */
interface Delimiter {
  kind: 'delimiter';
  length: number;
  offset: number;
  before: string;
  after: string;
}

type Part = Delimiter | { kind: 'node'; node: RootContent };

/**
 * Makes text between asterisks bold or italic if Markdown ignored the asterisks because of adjacent
 * punctuation or space, as in `**Note:**text`, `**「強調」**文字` and `**Bold **text`.
 *
 * @param masked the source of the tree
 * @param text the same as typed
 */
export function readBold(document: Root, masked: string, text: string, report: Report): void {
  if (masked.includes('*')) readIn(document, { masked, text, report });
}

interface Source {
  masked: string;
  text: string;
  report: Report;
}

function readIn(node: Nodes, source: Source): void {
  if (!('children' in node)) return;
  const children: RootContent[] = node.children;
  if (children.some((child) => child.type === 'text' && child.value.includes('*'))) {
    // The content of emphasis is allowed wherever the emphasis is.
    (node as { children: RootContent[] }).children = join(children, node, source);
  }
  for (const child of node.children) readIn(child, source);
}

function join(children: readonly RootContent[], parent: Parents, source: Source): RootContent[] {
  const parts = children.flatMap((child) =>
    child.type === 'text' ? divide(child, parent, source) : [asPart(child)],
  );
  const closings = pair(parts, source);
  if (closings.size === 0) return [...children];
  const joined: RootContent[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) break;
    const closing = closings.get(index);
    const end = parts[closing ?? -1];
    if (closing === undefined || part.kind !== 'delimiter' || end?.kind !== 'delimiter') {
      append(joined, nodeOf(part));
      continue;
    }
    joined.push(emphasis(part, end, parts.slice(index + 1, closing)));
    source.report(remark(part, end, source.text));
    index = closing;
  }
  return joined;
}

function asPart(node: RootContent): Part {
  return { kind: 'node', node };
}

function divide(node: Text, parent: Parents, { masked }: Source): Part[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const offsets = alignText(node.value, masked.slice(start, end));
  if (!offsets) return [asPart(node)];
  const parts: Part[] = [];
  let from = 0;
  const addText = (to: number) => {
    if (to > from)
      parts.push(
        asPart(
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
    parts.push({
      kind: 'delimiter',
      length: run.length,
      offset,
      before: isFirst ? '' : characterBefore(masked, offset),
      after: characterAt(masked, offset + run.length),
    });
  }
  addText(node.value.length);
  return parts;
}

/** Maps the position of each opening delimiter to that of its closing one. */
function pair(parts: readonly Part[], source: Source): Map<number, number> {
  const closings = new Map<number, number>();
  const open = new Map<number, number>();
  parts.forEach((part, index) => {
    if (part.kind === 'node') {
      if (part.node.type === 'break') open.clear();
      return;
    }
    const opening = parts[open.get(part.length) ?? -1];
    if (opening?.kind === 'delimiter' && isClosing(part, opening, source)) {
      closings.set(open.get(part.length) ?? 0, index);
      open.clear();
    } else if (isOpening(part, source)) open.set(part.length, index);
  });
  return closings;
}

const word = /^[\p{L}\p{M}\p{N}\uFDD0-\uFDD2\uFDD8-\uFDDB]$/u;
const space = /^\s?$/;
const endsClause = /^[:.!?：。！？」』”’）】》、，；;]$/;

/**
 * Text after the asterisks that shows a power, or arguments of a Python function. An amount with asterisks on
 * both sides is none: `**5%**of`.
 */
const noText = /^(?:\d(?![\d.,]*[%‰€$£¥°:.!?]\*)|(?:kw)?args\b|kw(?:ds)?\b|opt(?:ion)?s\b|params\b)/;

/** Number of characters that are examined after the asterisks. */
const longestNoText = 24;

function isOpening({ before, after, length, offset }: Delimiter, { masked }: Source): boolean {
  if (word.test(before) && !isUnspaced(before)) return false;
  if (length === 2 && before === '' && /^ $/.test(after)) return true;
  if (space.test(after)) return false;
  const rest = masked.slice(offset + length, offset + length + longestNoText);
  return !(space.test(before) && before !== '' && noText.test(rest));
}

function isClosing(
  { before, after, length, offset }: Delimiter,
  opening: Delimiter,
  { masked }: Source,
): boolean {
  const from = opening.offset + opening.length;
  const content = masked.slice(from, offset);
  if (content.trim() === '') return false;
  if (length === 1) return endsClause.test(before) && word.test(after) && !content.includes('\n');
  if (!space.test(before)) return true;
  // `**p, **q` are pointers.
  const isSpacedByHand = before === ' ' && !/\n|,\s*$/.test(content) && !noText.test(content);
  return isSpacedByHand && !space.test(opening.after) && word.test(after);
}

function emphasis(
  { offset, length }: Delimiter,
  closing: Delimiter,
  between: readonly Part[],
): Strong | Emphasis {
  const children: RootContent[] = [];
  for (const part of between) append(children, nodeOf(part));
  return {
    type: length === 2 ? 'strong' : 'emphasis',
    // These nodes were siblings of the text of a paragraph.
    children: children as PhrasingContent[],
    position: positionOf(offset, closing.offset + length),
  };
}

function nodeOf(part: Part): RootContent {
  if (part.kind === 'node') return part.node;
  return textNode('*'.repeat(part.length), part.offset, part.offset + part.length);
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
  return { type: 'text', value, position: positionOf(start, end) };
}

/** Callers use only the offsets. */
function positionOf(start: number, end: number): NonNullable<Text['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}

function remark(opening: Delimiter, closing: Delimiter, text: string) {
  const end = closing.offset + closing.length;
  const sign = '*'.repeat(opening.length);
  const replacement = replace(
    text.slice(opening.offset + opening.length, closing.offset),
    sign,
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
const longestMend = 1000;

const bracketed = /^([「『“（(《【])([\p{L}\p{N}](?:.*[\p{L}\p{N}])?)([」』”）)》】])$/su;
const signsBehind = /^([\p{L}\p{N}](?:.*[\p{L}\p{N}])?)([:.,;!?：。，；！？、…]+)$/su;

/**
 * The text with punctuation and spaces outside the asterisks, which other Markdown tools read in the same
 * way; undefined if there is no such spelling.
 */
function replace(content: string, sign: string, after: string): string | undefined {
  if (content.length > longestMend) return undefined;
  const inner = content.trim();
  const [, open = '', within, close = ''] =
    bracketed.exec(inner) ?? signsBehind.exec(inner)?.toSpliced(1, 0, '') ?? [];
  const before = content.slice(0, content.length - content.trimStart().length);
  const behind = content.slice(content.trimEnd().length);
  if (within !== undefined) return `${before}${open}${sign}${within}${sign}${close}${behind}`;
  const isEnough = inner !== content && (behind !== '' || !word.test(after));
  return isEnough && word.test(inner.at(-1) ?? '') ? `${before}${sign}${inner}${sign}${behind}` : undefined;
}
