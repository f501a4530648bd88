import type { Nodes } from 'mdast';

import { nodesOf } from '../nodes';
import type { Report } from '../remark';

/** Text before a fence on its line: indentation and quote markers. */
const before = String.raw`^[ \t>]*`;

/**
 * Reports code without a closing fence (CommonMark, "fenced code blocks"), which extends to the end of its
 * list item, quote or answer. If another code block seems to begin inside a code block, the closing fence is
 * missing as well.
 */
export function checkFences(nodes: readonly Nodes[], markdown: string, report: Report): void {
  for (const { position } of nodesOf(nodes, 'code')) {
    const start = position?.start.offset ?? 0;
    const source = markdown.slice(start, position?.end.offset).trimEnd();
    const [fence] = /^(?:`{3,}|~{3,})/.exec(source) ?? [];
    if (fence === undefined) continue;
    const sign = fence.charAt(0);
    const [, ...lines] = source.split(/\r?\n/);
    const isClosed = new RegExp(`${before}${sign}{${fence.length},}$`).test(lines.at(-1) ?? '');
    const another = new RegExp(`${before}${sign}{${fence.length},}[ \\t]*[\\p{L}]`, 'u');
    const next = lines.findIndex((line) => another.test(line));
    if (isClosed && next === -1) continue;
    const reason = isClosed
      ? `block contains the beginning of another one, ${next + 1} lines below, so its closing fence seems to be missing`
      : 'block has no closing fence, so all text below it is shown as code';
    report({
      offset: start,
      severity: 'warning',
      code: 'code-unclosed',
      message: `This code ${reason}: add a line "${fence}" at the end of the code.`,
    });
  }
}
