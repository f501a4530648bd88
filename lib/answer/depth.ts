import { limits } from '@/lib/limits';
import type { Span } from './spans';
import type { Remark } from './remark';

const containerMark = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;

/**
 * Finds structures that would take the Markdown parser too deep or too long, by examining lines only. The
 * parser recurses for each level, and compares every bracket with every other.
 *
 * @param spans result of `findSpans`
 */
export function findExcess(markdown: string, spans: readonly Span[]): Remark[] {
  const amount = findAmount(markdown, spans);
  if (amount) return [amount];
  const fences = spans.filter(({ kind }) => kind === 'fence');
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
        message: `Lists and quotes are nested deeper than ${limits.blockDepth} levels: use fewer levels.`,
      });
    }
    brackets = line.trim() === '' ? 0 : brackets + (isCode ? 0 : line.split('[').length - 1);
    if (brackets > limits.bracketsInParagraph) {
      remarks.push({
        offset,
        severity: 'error',
        code: 'too-many-brackets',
        message: `This paragraph has more than ${limits.bracketsInParagraph} opening square brackets: split it, or put code between backticks.`,
      });
      break;
    }
    offset += line.length + 1;
  }
  return remarks;
}

/** Characters other than letters, digits and common punctuation. */
const mark = /[^\p{L}\p{M}\p{N} .,;:'"()?-]/gu;

/** Finds amounts that take parsers quadratic time. */
function findAmount(markdown: string, spans: readonly Span[]): Remark | undefined {
  const tooMuch = (offset: number, code: string, message: string): Remark => ({
    offset,
    severity: 'error',
    code,
    message: `The answer has more than ${message}: split the question into several.`,
  });
  const formulas = spans.filter(({ kind }) => kind === 'formula');
  if (formulas.length > limits.formulas) {
    const offset = formulas[limits.formulas]?.start ?? 0;
    return tooMuch(offset, 'too-many-formulas', `${limits.formulas} formulas`);
  }
  if (markdown.length <= limits.lines) return undefined;
  const lineEnds = Array.from(markdown.matchAll(/\r\n|[\n\r]/g), ({ index }) => index);
  if (lineEnds.length > limits.lines) {
    return tooMuch(lineEnds[limits.lines] ?? 0, 'too-many-lines', `${limits.lines} lines`);
  }
  // Skips the count for almost every answer.
  if (markdown.length <= limits.marks) return undefined;
  let marks = 0;
  let position = 0;
  for (const span of [...spans, undefined]) {
    const end = span?.kind === 'code-span' ? span.end : span?.start;
    marks += markdown.slice(position, end).match(mark)?.length ?? 0;
    if (marks > limits.marks) {
      return tooMuch(position, 'too-many-marks', `${limits.marks} characters such as "*", "<" and "|"`);
    }
    position = span?.end ?? position;
  }
  return undefined;
}

function countMarks(line: string): number {
  containerMark.lastIndex = 0;
  if (!containerMark.test(line)) return 0;
  if (/^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line)) return 0;
  let count = 1;
  while (containerMark.test(line)) count += 1;
  // A nested list is indented by at least two more columns.
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
  return count + Math.floor(indent / 2);
}
