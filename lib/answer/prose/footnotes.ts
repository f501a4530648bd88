import type { Root } from 'mdast';

import { nearestWord } from '@/lib/nearest-word';
import { listNodes, nodesOf } from '../nodes';
import type { Report } from '../remark';
import { sourceOffsets } from './source-offsets';

const reference = /\[\^([\p{L}\p{M}\p{N}_.:-]+)\](?!\()/gu;

/** Reports references to missing footnotes. */
export function reportFootnotes(document: Root, masked: string, report: Report): void {
  if (!masked.includes('[^')) return;
  const nodes = listNodes(document);
  const notes = nodesOf(nodes, 'footnoteDefinition').map(({ label, identifier }) => label ?? identifier);
  for (const { value, position } of nodesOf(nodes, 'text')) {
    const start = position?.start.offset ?? 0;
    const offsets = value.includes('[^')
      ? sourceOffsets(value, masked.slice(start, position?.end.offset))
      : undefined;
    for (const { 0: whole, 1: label = '', index } of value.matchAll(reference)) {
      const at = offsets?.[index] ?? -1;
      if (at === -1) continue;
      const nearest = nearestWord(label, notes);
      const suggestion = nearest === undefined ? '' : ` Did you mean [^${nearest}]?`;
      report({
        offset: start + at,
        severity: 'warning',
        code: 'footnote-missing',
        message: `The footnote ${whole} does not exist, so the reference is shown as typed: add a line "${whole}: …", or put the reference between backticks.${suggestion}`,
      });
    }
  }
}
