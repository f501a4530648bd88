import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';

import { findContexts, type CodeSpan, type Formula } from './contexts';
import { typeset } from './formula';
import { formulaText } from './formula-text';
import { withTex } from './html/formulas';
import { prepareTex } from './tex/prepare';

/**
 * Converts a one-line text of front matter to plain characters, for places without formatting: `$E = mc^2$`
 * becomes `E = mc²`, and code loses its backquotes. Other text does not change.
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
  return toHtml(page, { characterReferences: { useNamedReferences: true } });
}

type Part = { kind: 'text' | 'code'; text: string } | { kind: 'formula'; tex: string; text: string };

function partsOf(text: string): Part[] {
  // Skips parsing for almost all titles.
  if (!/[$`]|\\[([be]/.test(text)) return [{ kind: 'text', text }];
  const parts: Part[] = [];
  let from = 0;
  for (const context of findContexts(text)) {
    if (context.kind === 'fence') continue;
    parts.push({ kind: 'text', text: text.slice(from, context.start) }, partOf(text, context));
    from = context.end;
  }
  return [...parts, { kind: 'text', text: text.slice(from) }];
}

function partOf(text: string, context: CodeSpan | Formula): Part {
  const whole = text.slice(context.start, context.end);
  return context.kind === 'formula'
    ? { kind: 'formula', tex: text.slice(context.contentStart, context.contentEnd), text: whole }
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
