import type { Root } from 'mdast';

import { words } from '@/lib/catalogue/nearest';
import { boundProblems } from '@/lib/source/problem';
import { checkAnchors, fragmentOf } from './anchors';
import { AnswerFormulas } from './answer-formulas';
import { findAnchors } from './find-anchors';
import { formulaRemarks } from './formula';
import { placedFormula } from './markdown/formulas';
import type { ParsedAnswer, ParsedMarkdown } from './parse';
import { moveRemark, type Remark, type Report } from './remark';
import { visit } from './visit';

/** Facts about an answer that are known without rendering it. Offsets are in the answer's text. */
export interface InspectedAnswer {
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
export function inspectAnswer({
  markdown,
  tree,
  remarks: found,
  offsetInText,
}: ParsedAnswer): InspectedAnswer {
  const remarks = [...found];
  const report = (remark: Remark) => void remarks.push(remark);
  if (tree) checkFormulas(tree, report);
  const anchors = tree ? findAnchors(tree) : [];
  if (tree) checkAnchors(tree.document, () => anchors, report);
  const links = tree ? findLinks(tree.document) : [];
  const headings = tree ? findHeadings(tree) : [];
  return {
    remarks: boundProblems(remarks).map((remark) => moveRemark(remark, offsetInText)),
    links: links.map((link) => ({ ...link, offset: offsetInText(link.offset) })),
    anchors,
    headings: headings.map(({ text, offset }) => ({ text, offset: offsetInText(offset) })),
    words: words(markdown),
  };
}

function checkFormulas({ document, answer }: ParsedMarkdown, report: Report): void {
  if (answer.formulas.size === 0) return;
  const formulas = new AnswerFormulas(answer);
  formulas.equations.remarks.forEach(report);
  visit(document, 'formula', ({ data: { hProperties } }) => {
    const formula = placedFormula(answer, hProperties);
    if (!formula) return;
    const result = formulas.typeset(hProperties.dataOffset, formula);
    formulaRemarks(result, formula.contentStart).forEach(report);
  });
}

function findLinks(document: Root): InspectedAnswer['links'] {
  const links: InspectedAnswer['links'] = [];
  visit(document, ['link', 'definition'], (node) => {
    if (!('url' in node) || !/^\/(?!\/)/.test(node.url)) return;
    links.push({
      address: node.url.replace(/[?#].*$/s, ''),
      fragment: fragmentOf(node.url),
      offset: node.position?.start.offset ?? 0,
    });
  });
  return links;
}

function findHeadings({ document, answer }: ParsedMarkdown): InspectedAnswer['headings'] {
  const headings: InspectedAnswer['headings'] = [];
  visit(document, 'heading', ({ position }) => {
    const offset = position?.start.offset ?? 0;
    headings.push({ text: answer.text.slice(offset, position?.end.offset ?? offset), offset });
  });
  return headings;
}
