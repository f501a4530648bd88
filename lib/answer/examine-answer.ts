import type { Nodes } from 'mdast';

import { words } from '@/lib/catalogue/nearest';
import { boundProblems } from '@/lib/source/problem';
import { checkAnchors, fragmentOf } from './anchors';
import { AnswerFormulas } from './answer-formulas';
import { findAnchors } from './find-anchors';
import { formulaRemarks } from './formula';
import { placedFormula } from './markdown/formulas';
import { nodesOf } from './nodes';
import type { ParsedAnswer, ParsedMarkdown } from './parse';
import { moveRemark, type Remark, type Report } from './remark';
import { isPlainTex } from './tex/plain-tex';

/** Facts about an answer that are known without rendering it. Offsets are in the answer's text. */
export interface AnswerExamination {
  remarks: Remark[];
  /** Addresses of pages of this site that it links to, without query, and their fragments. */
  links: { address: string; fragment: string | undefined; offset: number }[];
  /** Ids that links can target. */
  anchors: string[];
  /** Headings as typed. */
  headings: { text: string; offset: number }[];
  words: string[];
}

/** Inspects an answer. */
export function examineAnswer({
  markdown,
  tree,
  remarks: found,
  offsetInText,
}: ParsedAnswer): AnswerExamination {
  const remarks = [...found];
  const report = (remark: Remark) => void remarks.push(remark);
  const formulas = tree && new AnswerFormulas(tree.answer);
  if (tree && formulas) checkFormulas(tree, formulas, report);
  const anchors = tree ? findAnchors(tree, formulas) : [];
  if (tree) checkAnchors(tree.nodes, () => anchors, report);
  const links = tree ? findLinks(tree.nodes) : [];
  const headings = tree ? findHeadings(tree) : [];
  return {
    remarks: boundProblems(remarks).map((remark) => moveRemark(remark, offsetInText)),
    links: links.map((link) => ({ ...link, offset: offsetInText(link.offset) })),
    anchors,
    headings: headings.map(({ text, offset }) => ({ text, offset: offsetInText(offset) })),
    words: words(markdown),
  };
}

function checkFormulas({ nodes, answer }: ParsedMarkdown, formulas: AnswerFormulas, report: Report): void {
  formulas.equations.remarks.forEach(report);
  for (const { place } of nodesOf(nodes, 'formula')) {
    const formula = placedFormula(answer, place);
    if (!formula || isPlainTex(formula.tex)) continue;
    const result = formulas.typeset(place.dataOffset, formula);
    formulaRemarks(result, formula.contentStart).forEach(report);
  }
}

function findLinks(nodes: readonly Nodes[]): AnswerExamination['links'] {
  return nodesOf(nodes, 'link', 'definition')
    .filter(({ url }) => /^\/(?!\/)/.test(url))
    .map(({ url, position }) => ({
      address: url.replace(/[?#].*$/s, ''),
      fragment: fragmentOf(url),
      offset: position?.start.offset ?? 0,
    }));
}

function findHeadings({ nodes, answer }: ParsedMarkdown): AnswerExamination['headings'] {
  return nodesOf(nodes, 'heading').map(({ position }) => {
    const offset = position?.start.offset ?? 0;
    return { text: answer.text.slice(offset, position?.end.offset ?? offset), offset };
  });
}
