import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';

import { findContexts, type CodeSpan, type Formula } from './contexts';
import { typeset } from './formula';
import { formulaText } from './formula-text';
import { withTex } from './html/formulas';
import { prepareTex } from './tex/prepare';

/**
 * A title or another text of one line in front matter, as plain characters, for where nothing can be set: `E = mc²` of
 * `$E = mc^2$`, code without its backquotes. A text without formulas and code stays as it is.
 *
 * @param writeFormula how the characters of a formula are written
 */
export function plainLine(text: string, writeFormula = (formula: string) => formula): string {
  return partsOf(text)
    .map((part) => (part.kind === 'formula' ? writeFormula(formulaText(part.tex)) : part.text))
    .join('');
}

/**
 * The same text as HTML, with its formulas and code set; nothing, where it has none and is as good as it is. Sanitized:
 * all other signs are characters.
 */
export function lineHtml(text: string): string | undefined {
  const parts = partsOf(text);
  if (parts.every(({ kind }) => kind === 'text')) return undefined;
  const page: Root = { type: 'root', children: parts.flatMap(nodesOf) };
  return toHtml(page, { characterReferences: { useNamedReferences: true } });
}

type Part = { kind: 'text' | 'code'; text: string } | { kind: 'formula'; tex: string; text: string };

function partsOf(text: string): Part[] {
  // Nearly every title has neither.
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
