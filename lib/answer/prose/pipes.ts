import type { Root } from 'mdast';

import type { CodeSpan, Span, Formula } from '../spans';
import type { MaskedAnswer } from '../mask';
import { listNodes, nodesOf } from '../nodes';
import type { Report } from '../remark';

const unescapedPipe = /(?<!\\)\|/g;

/**
 * The offsets of pipes in code spans, which must not divide table cells. From a backtick in one cell to a
 * backtick in another is no code span.
 */
export function pipesToMask(masked: string, spans: readonly Span[]): number[] {
  if (!masked.includes('|')) return [];
  return spans
    .filter(({ kind }) => kind === 'code-span')
    .flatMap(({ start, end }) => {
      const code = masked.slice(start, end);
      if (code.includes('\n') || /^`+\s+\|(?:.*\|)?\s+`+$/.test(code)) return [];
      return Array.from(code.matchAll(unescapedPipe), ({ index }) => start + index);
    });
}

/** Reports pipes in formulas and code in tables, which divide cells in other tools. */
export function reportPipes(
  document: Root,
  { text }: MaskedAnswer,
  spans: readonly Span[],
  report: Report,
): void {
  const spansWithPipe = spans.filter((span) => hasPipe(span, text));
  if (spansWithPipe.length === 0) return;
  for (const { position } of nodesOf(listNodes(document), 'tableCell')) {
    const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    for (const { kind, start, end } of spansWithPipe) {
      if (start < from || end > to) continue;
      report({
        offset: start,
        severity: 'warning',
        code: 'table-bar',
        message: `This pipe in ${kind === 'formula' ? 'a formula' : 'code'} divides the table cell in other Markdown tools: write "\\|".`,
        fix: { end, text: text.slice(start, end).replace(unescapedPipe, '\\|') },
      });
    }
  }
}

function hasPipe(span: Span, text: string): span is CodeSpan | Formula {
  return span.kind !== 'fence' && text.slice(span.start, span.end).search(unescapedPipe) !== -1;
}
