import type { Element, ElementContent, Properties, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

import { AnswerFormulas } from '../answer-formulas';
import { labelKey, readReference, referenceText, type Equation, type Equations } from '../equations';
import { formulaRemarks } from '../formula';
import { placedFormula, type FormulaNode } from '../markdown/formulas';
import type { MaskedAnswer } from '../mask';
import type { Report } from '../remark';

/** A placeholder for a formula, which {@link PageFormulas} replaces by MathML. */
export function formulaElement({ place }: FormulaNode): Element {
  return { type: 'element', tagName: 'math', properties: { ...place }, children: [] };
}

/** Converts the formulas of an answer to MathML, in place of the elements of {@link formulaElement}. */
export class PageFormulas {
  readonly #answer: MaskedAnswer;
  readonly #report: Report;
  readonly #formulas: AnswerFormulas;
  #hasRemoved = false;

  constructor(answer: MaskedAnswer, report: Report) {
    this.#answer = answer;
    this.#report = report;
    this.#formulas = new AnswerFormulas(answer);
    this.#formulas.equations.remarks.forEach(report);
  }

  /** The MathML of one formula; undefined if the formula only defines commands, because it is not shown. */
  set(element: Element): ElementContent | undefined {
    const { equations } = this.#formulas;
    const { dataOffset, dataInline, dataCell, dataUnlinked } = element.properties;
    const offset = Number(dataOffset);
    const formula = placedFormula(this.#answer, {
      dataOffset: offset,
      ...(dataInline !== undefined && { dataInline: true }),
      ...(dataCell !== undefined && { dataCell: true }),
    });
    if (!formula) return element;
    const { tex, display, contentStart, source } = formula;
    const isLinked = dataUnlinked === undefined;
    const reference = readReference(tex);
    if (reference) {
      return referenceTo(equations.labels.get(reference.label), reference.isEquation, isLinked);
    }
    const result = this.#formulas.typeset(offset, formula);
    formulaRemarks(result, contentStart).forEach(this.#report);
    if ('fault' in result) return showSource(source);
    if (this.#formulas.isDefinition(offset)) {
      this.#hasRemoved = true;
      return undefined;
    }
    const mathml = /\\(?:eq)?ref(?![A-Za-z])/.test(tex)
      ? result.mathml.map((child) => withReferences(child, equations, isLinked))
      : result.mathml;
    const dataTex = this.#formulas.completeTex(offset, tex);
    return display
      ? frame(mathml, dataTex, equations.ids.get(offset))
      : withTex(mathml[0] ?? element, dataTex);
  }

  /** Removes paragraphs that are empty because they contained only definitions. */
  dropEmptyParagraphs(page: Root): void {
    if (!this.#hasRemoved) return;
    visit(page, { type: 'element', tagName: 'p' }, (node: Element, index, parent) => {
      if (!parent || index === undefined || toString(node).trim() !== '') return undefined;
      if (node.children.some(({ type }) => type === 'element')) return undefined;
      parent.children.splice(index, 1);
      return index;
    });
  }
}

/**
 * A copy of an inline formula with its TeX as an attribute, for readers who copy it. The formula itself is
 * not changed, because equal formulas share one tree.
 */
export function withTex(math: ElementContent, dataTex: string): ElementContent {
  return math.type === 'element' ? { ...math, properties: { ...math.properties, dataTex } } : math;
}

/** An element in which a formula that is wider than the screen can be scrolled, also with the keyboard. */
function frame(children: readonly ElementContent[], dataTex: string, id: string | undefined): Element {
  const properties: Properties = {
    ...(id !== undefined && { id }),
    className: ['formula'],
    tabIndex: 0,
    role: 'group',
    ariaLabel: 'Formula',
    dataTex,
  };
  return { type: 'element', tagName: 'span', properties, children: [...children] };
}

function referenceTo(equation: Equation | undefined, isEquation: boolean, isLinked: boolean): ElementContent {
  const text: ElementContent = { type: 'text', value: referenceText(equation, isEquation) };
  if (!equation || !isLinked) return text;
  return { type: 'element', tagName: 'a', properties: { href: `#${equation.id}` }, children: [text] };
}

/** A copy of a formula with resolved references. */
function withReferences(node: ElementContent, equations: Equations, isLinked: boolean): ElementContent {
  if (node.type !== 'element') return node;
  const { dataReference, dataEquation } = node.properties;
  if (typeof dataReference === 'string') {
    const equation = equations.labels.get(labelKey(dataReference));
    return referenceTo(equation, dataEquation !== undefined, isLinked);
  }
  return { ...node, children: node.children.map((child) => withReferences(child, equations, isLinked)) };
}

function showSource(source: string): Element {
  const properties = { className: ['formula-source'] };
  return { type: 'element', tagName: 'code', properties, children: [{ type: 'text', value: source }] };
}
