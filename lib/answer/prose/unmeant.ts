import type { Nodes } from 'mdast';

import { nodesOf } from '../nodes';
import type { Remark } from '../remark';
import { characterAt, characterBefore, isUnspaced } from './characters';
import { isName } from './names';

/** Emphasis or deleted text that the author did not intend. */
export interface Unmeant {
  /** The offsets of its delimiters. */
  signs: number[];
  remark: Remark;
}

/**
 * Finds unintended emphasis and deleted text: both delimiters within words or numbers, identifiers such as
 * `__init__`, single tildes, and delimiters that are quoted.
 *
 * @param nodes all nodes of the tree
 * @param masked the text from which the tree was parsed
 * @param text the same text as typed
 */
export function findUnmeant(nodes: readonly Nodes[], masked: string, text: string): Unmeant[] {
  const found: Unmeant[] = [];
  for (const { type, position } of nodesOf(nodes, 'emphasis', 'strong', 'delete')) {
    const start = position?.start.offset ?? 0;
    const end = position?.end.offset ?? 0;
    const sign = masked.charAt(start);
    const length = type === 'emphasis' || (type === 'delete' && masked.charAt(start + 1) !== '~') ? 1 : 2;
    const around = { sign, start, end, length, masked };
    const replacement = replacementOf(around, text);
    if (replacement === undefined) continue;
    const signs = Array.from({ length }, (_, index) => [start + index, end - length + index]).flat();
    found.push({ signs, remark: { ...asTyped(sign), ...replacement, code: 'sign-as-typed' } });
  }
  return found;
}

/** Maximum number of characters between delimiters that a fix repeats. */
const longestMend = 1000;

interface Delimited {
  sign: string;
  start: number;
  end: number;
  /** Length of each delimiter. */
  length: number;
  masked: string;
}

function replacementOf(delimited: Delimited, text: string): Pick<Remark, 'offset' | 'fix'> | undefined {
  const { sign, start, end, length, masked } = delimited;
  const inner = text.slice(start + length, end - length);
  if (sign === '_' && length === 2 && isName(inner, masked.charAt(start - 1), masked.charAt(end))) {
    return codeAround(start, end, text);
  }
  const isMeant = sign === '~' ? length === 2 : !isWithinWords(delimited) && !isWrittenAbout(delimited);
  if (isMeant) return undefined;
  if (inner.length > longestMend) return { offset: start };
  const escaped = `\\${sign}`.repeat(length);
  return { offset: start, fix: { end, text: escaped + inner + escaped } };
}

/** Formats the whole identifier as code: the object before it, an extension, parentheses. */
function codeAround(start: number, end: number, text: string): Pick<Remark, 'offset' | 'fix'> {
  const from =
    start - (/(?:[A-Za-z]\w*\.)*$/.exec(text.slice(Math.max(0, start - 80), start))?.[0].length ?? 0);
  const to = end + (/^(?:\.[A-Za-z]\w*)*(?:\(\))?/.exec(text.slice(end, end + 80))?.[0].length ?? 0);
  return { offset: from, fix: { end: to, text: `\`${text.slice(from, to)}\`` } };
}

function asTyped(sign: string): Pick<Remark, 'severity' | 'message'> {
  const messages: Record<string, string> = {
    '~': 'Single tildes are shown as typed here, but other Markdown tools delete the text between them: write "\\~" for each tilde, or "~~" on both sides for deleted text.',
    _: 'These underscores are shown as typed here, but other Markdown tools make the text between them bold or italic: put the name between backticks, or write "**" on both sides for bold.',
    '*': 'These asterisks are shown as typed here, but other Markdown tools make the text between them bold or italic: write "\\*" for each asterisk.',
  };
  return { severity: 'warning', message: messages[sign] ?? '' };
}

/** Noncharacters that mask formulas. */
const formula = '\\uFDD0-\\uFDD2';

const wordBefore = new RegExp(`^[\\p{L}\\p{M}\\p{N}${formula})\\]}%°'’′″_]$`, 'u');
const wordAfter = new RegExp(`^[\\p{L}\\p{M}\\p{N}${formula}([{√∞−+_-]$`, 'u');

/** Whether both delimiters have a part of a word, a number or an expression on both sides. */
function isWithinWords({ sign, start, end, length, masked }: Delimited): boolean {
  const opening = runAround(masked, start, length, sign);
  const closing = runAround(masked, end - length, length, sign);
  return [opening, closing].every(([from, to]) => {
    const [before, after] = [characterBefore(masked, from), characterAt(masked, to)];
    return wordBefore.test(before) && wordAfter.test(after) && !isUnspaced(before) && !isUnspaced(after);
  });
}

/** The whole run of equal characters around an offset. */
function runAround(text: string, offset: number, length: number, sign: string): [from: number, to: number] {
  let [from, to] = [offset, offset + length];
  while (text.charAt(from - 1) === sign) from -= 1;
  while (text.charAt(to) === sign) to += 1;
  return [from, to];
}

/** Whether the delimiters are shown as characters, as in `COUNT(*)` or as comment marks of code. */
function isWrittenAbout({ start, end, length, masked }: Delimited): boolean {
  const around = (offset: number) => masked.charAt(offset - 1) + masked.charAt(offset + length);
  const isAlone = ['()', '[]', '{}', '""', "''", '“”', '‘’'].includes(around(start));
  const isComment = masked.charAt(start - 1) === '/' && masked.charAt(end) === '/';
  return isAlone || isComment;
}
