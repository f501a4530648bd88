import type { Element, ElementContent, Properties, Root } from 'hast';
import { toString } from 'hast-util-to-string';

import { AnswerFormulas } from '../answer-formulas';
import { labelKey, readReference, referenceText, type Equation, type Equations } from '../equations';
import { formulaRemarks } from '../formula';
import { placedFormula } from '../markdown/formulas';
import type { MaskedAnswer } from '../mask';
import type { Report } from '../remark';
import { prepareTex } from '../tex/prepare';
import { visit } from '../visit';

/** Replaces the placeholders of `markdown/formulas` by MathML. */
export function typesetFormulas(page: Root, answer: MaskedAnswer, report: Report): void {
  if (answer.formulas.size === 0) return;
  const formulas = new AnswerFormulas(answer);
  const { equations } = formulas;
  equations.remarks.forEach(report);
  let removed = 0;
  visit(page, { type: 'element', tagName: 'math' }, (node: Element, index, parent) => {
    const offset = Number(node.properties.dataOffset);
    const formula = placedFormula(answer, {
      dataOffset: offset,
      ...(node.properties.dataInline !== undefined && { dataInline: true }),
      ...(node.properties.dataCell !== undefined && { dataCell: true }),
    });
    if (!formula || !parent || index === undefined) return;
    const { tex, display, contentStart, source } = formula;
    const isLinked = node.properties.dataUnlinked === undefined;
    const reference = readReference(tex);
    if (reference) {
      const { label, isEquation } = reference;
      parent.children[index] = referenceTo(equations.labels.get(label), isEquation, isLinked);
      return index + 1;
    }
    const result = formulas.typeset(offset, formula);
    formulaRemarks(result, contentStart).forEach(report);
    if ('mathml' in result && formulas.isDefinition(offset)) {
      parent.children.splice(index, 1);
      removed += 1;
      return index;
    }
    if ('mathml' in result) {
      const mathml = /\\(?:eq)?ref(?![A-Za-z])/.test(tex)
        ? result.mathml.map((child) => withReferences(child, equations, isLinked))
        : result.mathml;
      const dataTex = prepareTex(tex).tex.trim();
      parent.children[index] = display
        ? frame(mathml, dataTex, equations.ids.get(offset))
        : withTex(mathml[0] ?? node, dataTex);
      return index + 1;
    }
    parent.children[index] = showSource(source);
    return index + 1;
  });
  if (removed > 0) dropEmptyParagraphs(page);
}

/** Of a paragraph that held only definitions, nothing is left. */
function dropEmptyParagraphs(page: Root): void {
  visit(page, { type: 'element', tagName: 'p' }, (node: Element, index, parent) => {
    if (!parent || index === undefined || toString(node).trim() !== '') return undefined;
    if (node.children.some(({ type }) => type === 'element')) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

/**
 * A formula of a line with its TeX, as any other program can set it, for readers who copy it. A copy: equal formulas share
 * one tree.
 */
export function withTex(math: ElementContent, dataTex: string): ElementContent {
  return math.type === 'element' ? { ...math, properties: { ...math.properties, dataTex } } : math;
}

/** What is wider than the screen scrolls by itself, by keyboard too. */
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
