import type { Heading, Nodes } from 'mdast';

import type { MaskedAnswer } from './mask';
import { nodesOf, type NodeOf } from './nodes';

/** Text that takes the place of some other. Offsets are in UTF-16 units. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Stands where the site's address belongs: another of the code points that Unicode reserves for use inside a program. What
 * is kept of an answer does not depend on where the site lies.
 */
const originMark = '\uFDD3';

/** Published Markdown with the site's address, which has no slash at its end. */
export function withOrigin(markdown: string, origin: string): string {
  return markdown.replaceAll(originMark, origin);
}

/**
 * An answer's Markdown as it is published: its headings as the page shows them, from `##` on, and links to the site's
 * own pages made absolute, for {@link withOrigin}; all else as it was written.
 */
export function publishMarkdown(nodes: readonly Nodes[], { text: written }: MaskedAnswer): string {
  const text = written.replaceAll(originMark, '\uFFFD');
  const edits: Edit[] = [];
  for (const node of nodesOf(nodes, 'heading', 'link', 'image', 'definition')) {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) continue;
    const source = text.slice(start, end);
    if (node.type === 'heading') {
      edits.push(...rebase(node, source, start));
      continue;
    }
    const at = ownAddressIn(node, source);
    if (at !== undefined) edits.push({ start: start + at, end: start + at, text: originMark });
  }
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((edited, edit) => edited.slice(0, edit.start) + edit.text + edited.slice(edit.end), text);
}

/** Changes a heading's signs alone, for what stands between them may be changed as well. */
function rebase({ depth }: Heading, source: string, start: number): Edit[] {
  const signs = '#'.repeat(depth);
  const [written] = /^#{1,6}/.exec(source) ?? [];
  if (written !== undefined) return [{ start, end: start + written.length, text: signs }];
  // Written above a line of `=` or `-`, a heading may have several lines.
  const breaks = [...source.matchAll(/[ \t]*\r?\n[ \t>]*/g)].map(({ 0: all, index }) => ({
    start: start + index,
    end: start + index + all.length,
    text: ' ',
  }));
  const underline = breaks.pop();
  return [
    { start, end: start, text: `${signs} ` },
    ...breaks,
    ...(underline ? [{ ...underline, end: start + source.length, text: '' }] : []),
  ];
}

/** Where, in the source of a link, image or definition, an address within the site begins. */
function ownAddressIn(node: NodeOf<'link' | 'image' | 'definition'>, source: string): number | undefined {
  if (!node.url.startsWith('/')) return undefined;
  const opening = node.type === 'definition' ? /\]:\s*<?(?=\/)/g : /\]\(\s*<?(?=\/)/g;
  const places = [...source.matchAll(opening)].map(({ 0: all, index }) => index + all.length);
  // What a link holds may be an image with an address of its own, and its title may look like anything.
  return places.findLast((place) => source.startsWith(node.url, place)) ?? places.at(-1);
}
