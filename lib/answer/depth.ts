import { limits } from '@/lib/limits';
import { findContexts } from './contexts';
import type { Remark } from './remark';

const containerMark = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;

/**
 * What in an answer would take the Markdown parser too deep or too long, found by looking at its lines alone: parsers
 * call themselves for each level, and try every bracket against every other.
 */
export function findExcess(markdown: string): Remark[] {
  const fences = findContexts(markdown).filter(({ kind }) => kind === 'fence');
  const remarks: Remark[] = [];
  let offset = 0;
  let fence = 0;
  let brackets = 0;
  for (const line of markdown.split('\n')) {
    while ((fences[fence]?.end ?? Infinity) <= offset) fence += 1;
    const isCode = (fences[fence]?.start ?? Infinity) < offset;
    if (!isCode && countMarks(line) > limits.blockDepth) {
      remarks.push({
        offset,
        severity: 'error',
        code: 'too-deep',
        message: `Lists and quotes are nested deeper than ${limits.blockDepth} levels here: flatten them.`,
      });
    }
    brackets = line.trim() === '' ? 0 : brackets + (isCode ? 0 : line.split('[').length - 1);
    if (brackets > limits.bracketsInParagraph) {
      remarks.push({
        offset,
        severity: 'error',
        code: 'too-many-brackets',
        message: `A paragraph may have at most ${limits.bracketsInParagraph} opening square brackets: divide it, or put code between backticks.`,
      });
      break;
    }
    offset += line.length + 1;
  }
  return remarks;
}

function countMarks(line: string): number {
  if (/^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line)) return 0;
  let count = 0;
  containerMark.lastIndex = 0;
  while (containerMark.test(line)) count += 1;
  return count;
}
