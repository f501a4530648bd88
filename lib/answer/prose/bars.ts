import type { Root } from 'mdast';

import type { CodeSpan, Context, Formula } from '../contexts';
import type { MaskedAnswer } from '../mask';
import { listNodes, nodesOf } from '../nodes';
import type { Report } from '../remark';

const bareBar = /(?<!\\)\|/g;

/**
 * Bars in inline code, which do not divide table cells. Two unpaired backquotes in two cells are not code.
 */
export function barsToCover(masked: string, contexts: readonly Context[]): number[] {
  if (!masked.includes('|')) return [];
  return contexts
    .filter(({ kind }) => kind === 'code-span')
    .flatMap(({ start, end }) => {
      const code = masked.slice(start, end);
      if (code.includes('\n') || /^`+\s+\|(?:.*\|)?\s+`+$/.test(code)) return [];
      return Array.from(code.matchAll(bareBar), ({ index }) => start + index);
    });
}

/** Reports bars in formulas and code in tables, which divide cells in other tools. */
export function reportBars(
  document: Root,
  { text }: MaskedAnswer,
  contexts: readonly Context[],
  report: Report,
): void {
  const inLine = contexts.filter((context) => hasBar(context, text));
  if (inLine.length === 0) return;
  for (const { position } of nodesOf(listNodes(document), 'tableCell')) {
    const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    for (const { kind, start, end } of inLine) {
      if (start < from || end > to) continue;
      report({
        offset: start,
        severity: 'warning',
        code: 'table-bar',
        message: `This bar in ${kind === 'formula' ? 'a formula' : 'code'} divides the table cell in other Markdown tools: write "\\|".`,
        fix: { end, text: text.slice(start, end).replace(bareBar, '\\|') },
      });
    }
  }
}

function hasBar(context: Context, text: string): context is CodeSpan | Formula {
  return context.kind !== 'fence' && text.slice(context.start, context.end).search(bareBar) !== -1;
}
