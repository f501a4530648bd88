import type { Nodes } from 'mdast';

import { singleSpaces } from '@/lib/single-spaces';
import { AnswerFormulas } from './answer-formulas';
import { readReference, referenceText } from './equations';
import { HeadingIds } from './html/headings';
import { plainText } from './html/plain-text';
import { placedFormula } from './markdown/formulas';
import { nodesOf } from './nodes';
import type { ParsedMarkdown } from './parse';

/**
 * The ids of headings and formulas, which links within the answer can target. Finds them without rendering
 * the page.
 */
export function findAnchors(
  { nodes, answer }: Pick<ParsedMarkdown, 'nodes' | 'answer'>,
  formulas = new AnswerFormulas(answer),
): string[] {
  const ids = new HeadingIds();
  const anchors = nodesOf(nodes, 'heading').map((heading) =>
    ids.next(singleSpaces(textOf(heading, answer, formulas))),
  );
  return [...anchors, ...formulas.equations.ids.values()];
}

/** The text of a heading on the page, without footnote marks. */
function textOf(node: Nodes, answer: ParsedMarkdown['answer'], formulas: AnswerFormulas): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'formula') {
    const formula = placedFormula(answer, node.place);
    if (!formula) return '';
    const reference = readReference(formula.tex);
    if (reference) return referenceText(formulas.equations.labels.get(reference.label), reference.isEquation);
    const result = formulas.typeset(node.place.dataOffset, formula);
    return 'mathml' in result ? plainText({ type: 'root', children: [...result.mathml] }) : formula.source;
  }
  if (!('children' in node)) return '';
  return node.children.map((child) => textOf(child, answer, formulas)).join('');
}
