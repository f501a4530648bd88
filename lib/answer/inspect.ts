import type { Root } from 'mdast';

import { words } from '@/lib/catalogue/nearest';
import { boundProblems } from '@/lib/source/problem';
import { faultRemark, findFault } from './formula';
import type { ParsedAnswer, ParsedMarkdown } from './parse';
import type { Remark, Report } from './remark';
import { visit } from './visit';

/** What can be known of an answer without making its page. Offsets are in the answer's text. */
export interface InspectedAnswer {
  remarks: Remark[];
  /** Addresses of our own pages that it leads to, without query and fragment. */
  links: { address: string; offset: number }[];
  words: string[];
}

/** Looks an answer over. */
export function inspectAnswer({
  markdown,
  tree,
  remarks: found,
  offsetInText,
}: ParsedAnswer): InspectedAnswer {
  const remarks = [...found];
  if (tree) checkFormulas(tree, (remark) => void remarks.push(remark));
  const links = tree ? findLinks(tree.document) : [];
  return {
    remarks: boundProblems(remarks).map((remark) => ({ ...remark, offset: offsetInText(remark.offset) })),
    links: links.map(({ address, offset }) => ({ address, offset: offsetInText(offset) })),
    words: words(markdown),
  };
}

function checkFormulas({ document, answer }: ParsedMarkdown, report: Report): void {
  visit(document, 'formula', ({ data }) => {
    const formula = answer.formulas.get(data.hProperties.dataOffset);
    if (!formula) return;
    const { contentStart, contentEnd, display } = formula;
    const fault = findFault(answer.text.slice(contentStart, contentEnd), display);
    if (fault) report(faultRemark(fault, contentStart));
  });
}

function findLinks(document: Root): InspectedAnswer['links'] {
  const links: InspectedAnswer['links'] = [];
  visit(document, ['link', 'definition'], (node) => {
    if (!('url' in node) || !/^\/(?!\/)/.test(node.url)) return;
    links.push({
      address: node.url.replace(/[?#].*$/s, ''),
      offset: node.position?.start.offset ?? 0,
    });
  });
  return links;
}
