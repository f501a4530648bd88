import type { Heading, Nodes } from 'mdast';

import type { MaskedAnswer } from './mask';
import { nodesOf, type NodeOf } from './nodes';

/** A replacement in a text. Offsets are in UTF-16 units. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * A noncharacter as placeholder for the site's address, so that a stored answer does not depend on that
 * address.
 */
const originMark = '\uFDD3';

/** Inserts the site's address, without a trailing slash, into published Markdown. */
export function withOrigin(markdown: string, origin: string): string {
  return markdown.replaceAll(originMark, origin);
}

/**
 * The Markdown copy of an answer: headings as on the page, from `##` on, and links to this site absolute,
 * with a placeholder for {@link withOrigin}. All other text is unchanged.
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

/** Changes only the markers of a heading, because its content may be changed as well. */
function rebase({ depth }: Heading, source: string, start: number): Edit[] {
  const signs = '#'.repeat(depth);
  const [written] = /^#{1,6}/.exec(source) ?? [];
  if (written !== undefined) return [{ start, end: start + written.length, text: signs }];
  // A heading underlined with `=` or `-` may have several lines.
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

/**
 * The offset, in the source of a link, image or definition, of an address on this site; undefined if there is
 * none.
 */
function ownAddressIn(node: NodeOf<'link' | 'image' | 'definition'>, source: string): number | undefined {
  if (!node.url.startsWith('/')) return undefined;
  const opening = node.type === 'definition' ? /\]:\s*<?(?=\/)/g : /\]\(\s*<?(?=\/)/g;
  const places = [...source.matchAll(opening)].map(({ 0: all, index }) => index + all.length);
  // A link may contain an image with its own address, and a title that looks like an address.
  return places.findLast((place) => source.startsWith(node.url, place)) ?? places.at(-1);
}
