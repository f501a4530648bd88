import type { Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

import type { MaskedAnswer } from '../mask';
import { nodesOf } from '../nodes';
import type { Report } from '../remark';

/** A delimiter of formulas, or an escaped character. */
const delimiter = /\\[()[\]]|\\[^]|\$+/g;

const anyDelimiter = /\$|\\[()[\]]/;

/** A pattern for TeX: a command, a superscript, or a one-letter name with a subscript. */
const tex = String.raw`\\[A-Za-z]{2}|[\p{L}\d)}\]]\^|(?<!\p{L})\p{L}_[\p{L}\d{\\]`;
const texAnywhere = new RegExp(tex, 'u');
/** A word of prose. It ends a possible formula, as code does. */
const prose = String.raw`(?<![^\s(*])\p{L}{2,}(?=[\s,.;:!?)*]|$)`;
const texBehind = new RegExp(`^(?:(?!${prose})[^\`])*?(?:${tex})`, 'u');
const texBefore = new RegExp(`(?:${tex})(?:(?!${prose})[^\`])*$`, 'u');

/** Number of characters on each side of a delimiter in which TeX is searched. */
const lookedAt = 100;

/** An amount of money that is not part of a calculation. */
const amountBehind = /^\d[\d.,]*(?:$|\s+(?![-+=<>*/\\^]))/;

/** Text that can begin or end a formula, but also a name of a program. */
const variableBehind = /^(?:\d+[xyzn]|\p{L})(?![\p{L}\d_$])/u;
const variableBefore = /(?:^|[\s(])\p{Ll}\s?$/u;

/**
 * Reports delimiters of formulas without a counterpart in their paragraph, because the formula is shown as
 * typed. Ignores dollar signs of amounts and names, as in `$5`, `5 $` and `$HOME`.
 *
 * Must be called before formulas are inserted into the tree.
 */
export function checkDelimiters(nodes: readonly Nodes[], answer: MaskedAnswer, report: Report): void {
  if (!anyDelimiter.test(answer.masked)) return;
  for (const node of nodesOf(nodes, 'paragraph', 'heading', 'tableCell')) {
    const found = delimitersIn(node, answer.masked);
    const isOdd = (sign: string) => found.filter((other) => other.sign === sign).length % 2 === 1;
    // One remark per paragraph, because later delimiters may be consequences of the first.
    const lone = found.find(({ sign, isCertain }) => isCertain || (sign.startsWith('$') && isOdd(sign)));
    if (!lone) continue;
    const { sign, offset } = lone;
    const escape = sign.startsWith('$') ? ` If it is not a delimiter, write "\\$".` : '';
    report({
      offset,
      severity: 'warning',
      code: 'formula-unclosed',
      message: `This "${sign}" has no matching delimiter in its paragraph, so the formula is shown as typed: write "${partners[sign] ?? sign}" at the other end of the formula.${escape}`,
    });
  }
}

const partners: Readonly<Record<string, string>> = { '\\(': '\\)', '\\)': '\\(', '\\[': '\\]', '\\]': '\\[' };

interface Delimiter {
  sign: string;
  offset: number;
  /** Whether there is TeX next to it. */
  isCertain: boolean;
}

/** The unpaired delimiters in the text of a paragraph. */
function delimitersIn(paragraph: Nodes, masked: string): Delimiter[] {
  const from = paragraph.position?.start.offset ?? 0;
  const to = paragraph.position?.end.offset ?? from;
  const found: Delimiter[] = [];
  if (!anyDelimiter.test(masked.slice(from, to))) return found;
  visit(paragraph, ['link', 'text'], ({ type, position }) => {
    const start = position?.start.offset ?? 0;
    // A bare address may contain any character.
    if (type === 'link') return masked.startsWith('[', start) ? undefined : SKIP;
    const text = masked.slice(start, position?.end.offset ?? start);
    for (const { 0: sign, index } of text.matchAll(delimiter)) {
      const offset = start + index;
      const before = masked.slice(Math.max(from, offset - lookedAt), offset);
      const end = offset + sign.length;
      const behind = masked.slice(end, Math.min(to, end + lookedAt));
      const isCertain = judge(sign, before, behind);
      if (isCertain !== undefined) found.push({ sign, offset, isCertain });
    }
  });
  return found;
}

/** Whether a character certainly is a delimiter; undefined if it probably is not. */
function judge(sign: string, before: string, behind: string): boolean | undefined {
  if (sign === '\\(' || sign === '\\[') return texAnywhere.test(behind) || undefined;
  if (sign === '\\)' || sign === '\\]') return texAnywhere.test(before) || undefined;
  if (sign === '$$') return texAnywhere.test(before + behind);
  if (sign !== '$') return undefined;
  const mayOpen =
    !amountBehind.test(behind) &&
    !/[\p{L}\d]$/u.test(before) &&
    (/^\S/.test(behind) || /(?:^|\s)$/.test(before));
  const mayClose = /\S$/.test(before) ? !/^\d/.test(behind) : /^\s/.test(behind);
  if ((mayOpen && texBehind.test(behind)) || (mayClose && texBefore.test(before))) return true;
  const seemsTo = (mayOpen && variableBehind.test(behind)) || (mayClose && variableBefore.test(before));
  return seemsTo ? false : undefined;
}
