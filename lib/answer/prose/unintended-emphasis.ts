import type { Nodes } from 'mdast';

import { nodesOf } from '../nodes';
import type { Remark } from '../remark';
import { characterAt, characterBefore, isUnspaced } from './characters';
import { isIdentifier } from './names';

/** Emphasis or deleted text that the author did not intend. */
export interface UnintendedEmphasis {
  /** The offsets of its delimiters. */
  delimiterOffsets: number[];
  remark: Remark;
}

/**
 * Finds unintended emphasis and deleted text: both delimiters within words or numbers, identifiers such as
 * `__init__`, single tildes, and delimiters that are shown as characters, such as `(*)`.
 *
 * @param nodes all nodes of the tree
 * @param masked the text from which the tree was parsed
 * @param text the same text as typed
 */
export function findUnintendedEmphasis(
  nodes: readonly Nodes[],
  masked: string,
  text: string,
): UnintendedEmphasis[] {
  const found: UnintendedEmphasis[] = [];
  for (const { type, position } of nodesOf(nodes, 'emphasis', 'strong', 'delete')) {
    const start = position?.start.offset ?? 0;
    const end = position?.end.offset ?? 0;
    const delimiter = masked.charAt(start);
    const length = type === 'emphasis' || (type === 'delete' && masked.charAt(start + 1) !== '~') ? 1 : 2;
    const around = { delimiter, start, end, length, masked };
    const replacement = replacementOf(around, text);
    if (replacement === undefined) continue;
    const delimiterOffsets = Array.from({ length }, (_, index) => [
      start + index,
      end - length + index,
    ]).flat();
    found.push({
      delimiterOffsets,
      remark: { ...messageFor(delimiter), ...replacement, code: 'sign-as-typed' },
    });
  }
  return found;
}

/** Maximum number of characters between delimiters that a fix repeats. */
const maxFixLength = 1000;

interface Delimited {
  delimiter: string;
  start: number;
  end: number;
  /** Length of each delimiter. */
  length: number;
  masked: string;
}

function replacementOf(delimited: Delimited, text: string): Pick<Remark, 'offset' | 'fix'> | undefined {
  const { delimiter, start, end, length, masked } = delimited;
  const inner = text.slice(start + length, end - length);
  if (
    delimiter === '_' &&
    length === 2 &&
    isIdentifier(inner, masked.charAt(start - 1), masked.charAt(end))
  ) {
    return identifierFix(start, end, text);
  }
  const isMeant =
    delimiter === '~' ? length === 2 : !isWithinWords(delimited) && !isLiteralDelimiter(delimited);
  if (isMeant) return undefined;
  if (inner.length > maxFixLength) return { offset: start };
  const escaped = `\\${delimiter}`.repeat(length);
  return { offset: start, fix: { end, text: escaped + inner + escaped } };
}

/**
 * The fix that puts an identifier between backticks, with the object before it, a file extension and
 * parentheses.
 */
function identifierFix(start: number, end: number, text: string): Pick<Remark, 'offset' | 'fix'> {
  const from =
    start - (/(?:[A-Za-z]\w*\.)*$/.exec(text.slice(Math.max(0, start - 80), start))?.[0].length ?? 0);
  const to = end + (/^(?:\.[A-Za-z]\w*)*(?:\(\))?/.exec(text.slice(end, end + 80))?.[0].length ?? 0);
  return { offset: from, fix: { end: to, text: `\`${text.slice(from, to)}\`` } };
}

function messageFor(delimiter: string): Pick<Remark, 'severity' | 'message'> {
  const messages: Record<string, string> = {
    '~': 'Single tildes are shown as typed here, but other Markdown tools delete the text between them: write "\\~" for each tilde, or "~~" on both sides for deleted text.',
    _: 'These underscores are shown as typed here, but other Markdown tools make the text between them bold or italic: put the name between backticks, or write "**" on both sides for bold.',
    '*': 'These asterisks are shown as typed here, but other Markdown tools make the text between them bold or italic: write "\\*" for each asterisk.',
  };
  return { severity: 'warning', message: messages[delimiter] ?? '' };
}

/** Noncharacters that mask formulas. */
const formula = '\\uFDD0-\\uFDD2';

const wordBefore = new RegExp(`^[\\p{L}\\p{M}\\p{N}${formula})\\]}%°'’′″_]$`, 'u');
const wordAfter = new RegExp(`^[\\p{L}\\p{M}\\p{N}${formula}([{√∞−+_-]$`, 'u');

/** Whether both delimiters have a part of a word, a number or an expression on both sides. */
function isWithinWords({ delimiter, start, end, length, masked }: Delimited): boolean {
  const opening = runAround(masked, start, length, delimiter);
  const closing = runAround(masked, end - length, length, delimiter);
  return [opening, closing].every(([from, to]) => {
    const [before, after] = [characterBefore(masked, from), characterAt(masked, to)];
    return wordBefore.test(before) && wordAfter.test(after) && !isUnspaced(before) && !isUnspaced(after);
  });
}

/** The whole run of equal characters around an offset. */
function runAround(
  text: string,
  offset: number,
  length: number,
  delimiter: string,
): [from: number, to: number] {
  let [from, to] = [offset, offset + length];
  while (text.charAt(from - 1) === delimiter) from -= 1;
  while (text.charAt(to) === delimiter) to += 1;
  return [from, to];
}

/** Whether the delimiters are shown as characters, as in `COUNT(*)` or as comment marks of code. */
function isLiteralDelimiter({ start, end, length, masked }: Delimited): boolean {
  const around = (offset: number) => masked.charAt(offset - 1) + masked.charAt(offset + length);
  const isAlone = ['()', '[]', '{}', '""', "''", '“”', '‘’'].includes(around(start));
  const isComment = masked.charAt(start - 1) === '/' && masked.charAt(end) === '/';
  return isAlone || isComment;
}
