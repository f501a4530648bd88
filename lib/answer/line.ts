import type { ElementContent, Root } from 'hast';

import { findSpans, type CodeSpan, type Formula } from './spans';
import { typeset } from './formula';
import { formulaText } from './formula-text';
import { withTex } from './html/formulas';
import { toHtml } from './html/to-html';
import { prepareTex } from './tex/prepare';

/**
 * Converts a one-line text of front matter to plain characters, for places without formatting: `$E = mc^2$`
 * becomes `E = mc²`, and code loses its backticks. Other text does not change.
 *
 * @param writeFormula converts the TeX of a formula to text
 */
export function plainLine(text: string, writeFormula = (formula: string) => formula): string {
  return partsOf(text)
    .map((part) => (part.kind === 'formula' ? writeFormula(formulaText(part.tex)) : part.text))
    .join('');
}

/**
 * Converts a one-line text to HTML with formatted formulas and code; undefined if it contains neither.
 * Sanitized: all other characters are escaped.
 */
export function lineHtml(text: string): string | undefined {
  const parts = partsOf(text);
  if (parts.every(({ kind }) => kind === 'text')) return undefined;
  const page: Root = { type: 'root', children: parts.flatMap(nodesOf) };
  return toHtml(page);
}

type Part = { kind: 'text' | 'code'; text: string } | { kind: 'formula'; tex: string; text: string };

function partsOf(text: string): Part[] {
  // Skips parsing for almost all titles.
  if (!/[$`]|\\[([be]/.test(text)) return [{ kind: 'text', text }];
  const parts: Part[] = [];
  let from = 0;
  for (const span of findSpans(text)) {
    if (span.kind === 'fence') continue;
    parts.push({ kind: 'text', text: text.slice(from, span.start) }, partOf(text, span));
    from = span.end;
  }
  return [...parts, { kind: 'text', text: text.slice(from) }];
}

function partOf(text: string, span: CodeSpan | Formula): Part {
  const whole = text.slice(span.start, span.end);
  return span.kind === 'formula'
    ? { kind: 'formula', tex: text.slice(span.contentStart, span.contentEnd), text: whole }
    : { kind: 'code', text: whole.replace(/^`+ ?| ?`+$/g, '') };
}

function nodesOf(part: Part): readonly ElementContent[] {
  if (part.kind === 'formula') {
    const formula = typeset(part.tex, false);
    if ('mathml' in formula)
      return formula.mathml.map((math) => withTex(math, prepareTex(part.tex).tex.trim()));
  }
  const node: ElementContent = { type: 'text', value: part.text };
  return part.kind === 'text'
    ? [node]
    : [{ type: 'element', tagName: 'code', properties: {}, children: [node] }];
}
