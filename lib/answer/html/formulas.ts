import type { Element, ElementContent, Root } from 'hast';

import { faultRemark, typeset } from '../formula';
import type { MaskedAnswer } from '../mask';
import type { Report } from '../remark';
import { visit } from '../visit';

/** Sets the formulas which `markdown/formulas` put in place. */
export function typesetFormulas(page: Root, answer: MaskedAnswer, report: Report): void {
  visit(page, { type: 'element', tagName: 'math' }, (node: Element, index, parent) => {
    const offset = Number(node.properties.dataOffset);
    const formula = answer.formulas.get(offset);
    if (!formula || !parent || index === undefined) return;
    const display = formula.display && node.properties.dataInline === undefined;
    const { contentStart, contentEnd } = formula;
    const tex = withoutQuoteMarks(answer.text, offset, answer.text.slice(contentStart, contentEnd));
    const result = typeset(tex, display);
    if ('mathml' in result) {
      parent.children[index] = display ? frame(result.mathml, tex.trim()) : (result.mathml[0] ?? node);
      return index + 1;
    }
    report(faultRemark(result, contentStart));
    parent.children[index] = showSource(answer.text.slice(formula.start, formula.end));
    return index + 1;
  });
}

/** In a block quote, the lines of a formula begin with the quote's mark. */
function withoutQuoteMarks(text: string, offset: number, tex: string): string {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
  return /^[ \t]*>/.test(line) ? tex.replace(/^[ \t]*(?:>[ \t]?)+/gm, '') : tex;
}

/** What is wider than the screen scrolls by itself, by keyboard too. */
function frame(children: readonly ElementContent[], tex: string): Element {
  const properties = {
    className: ['formula'],
    tabIndex: 0,
    role: 'group',
    ariaLabel: 'Formula',
    dataTex: tex,
  };
  return { type: 'element', tagName: 'span', properties, children: [...children] };
}

function showSource(source: string): Element {
  const properties = { className: ['formula-source'] };
  return { type: 'element', tagName: 'code', properties, children: [{ type: 'text', value: source }] };
}
