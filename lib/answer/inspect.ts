import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

import { words } from '@/lib/catalogue/nearest';
import { boundProblems } from '@/lib/source/problem';
import type { AnswerText } from './answers';
import { decodeEscapes, offsetsInLine } from './escapes';
import { faultRemark, findFault } from './formula';
import type { MaskedAnswer } from './mask';
import { parseMarkdown } from './parse';
import type { Remark, Report } from './remark';

/** What can be known of an answer without making its page. Offsets are in the answer's text. */
export interface InspectedAnswer {
  remarks: Remark[];
  /** Addresses of our own pages that it leads to, without query and fragment. */
  links: { address: string; offset: number }[];
  words: string[];
}

/** Looks an answer over. As with rendering, hostile input may take it long. */
export function inspectAnswer({ form, text }: AnswerText): InspectedAnswer {
  const markdown = form === 'escaped' ? decodeEscapes(text) : text;
  const offsetInText = form === 'escaped' ? offsetsInLine(text, markdown) : (offset: number) => offset;
  const remarks: Remark[] = [];
  const report = (remark: Remark) => void remarks.push(remark);
  const parsed = parseMarkdown(markdown, report);
  if (parsed) checkFormulas(parsed.document, parsed.answer, report);
  const links = parsed ? findLinks(parsed.document) : [];
  return {
    remarks: boundProblems(remarks).map((remark) => ({ ...remark, offset: offsetInText(remark.offset) })),
    links: links.map(({ address, offset }) => ({ address, offset: offsetInText(offset) })),
    words: words(markdown),
  };
}

function checkFormulas(document: Root, answer: MaskedAnswer, report: Report): void {
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
