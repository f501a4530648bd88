import type { Link, Nodes, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

import { markdownTree } from '../markdown/tree';
import { listNodes, nodesOf, offsetPosition } from '../nodes';
import type { Report } from '../remark';
import { isUnspaced } from './characters';

/**
 * Corrects the links that Markdown makes from addresses in the text. An email address with non-ASCII letters
 * is a link as a whole or not at all. A web address ends before Chinese or Japanese punctuation.
 *
 * @param nodes all nodes of the tree
 * @param masked the text from which the tree was parsed
 */
export function correctAutolinks(
  document: Root,
  nodes: readonly Nodes[],
  masked: string,
  report: Report,
): void {
  if (!nodesOf(nodes, 'link').some((link) => isAutolink(link, masked))) return;
  visit(document, 'link', (link, index, parent) => {
    if (!parent || index === undefined || !isAutolink(link, masked)) return undefined;
    // The content of a link is allowed wherever the link is.
    const siblings = parent.children as RootContent[];
    const made = link.url.startsWith('mailto:')
      ? mailAddress(link, siblings[index - 1], masked, report)
      : webAddress(link, masked, report);
    if (!made) return SKIP;
    siblings.splice(index, 1, ...made);
    return [SKIP, index + 1];
  });
}

function isAutolink({ children, position }: Link, masked: string): boolean {
  const [only] = children;
  const start = position?.start.offset ?? 0;
  return (
    children.length === 1 &&
    only?.type === 'text' &&
    /^[^\s<[\]]+$/.test(only.value) &&
    masked.slice(start, position?.end.offset) === only.value
  );
}

/** Maximum length in bytes of the part before the at sign (RFC 5321, 4.5.3.1.1). */
const maxLocalPartLength = 64;

const localPart = /[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+$/u;
const domainContinues = /^\.?([\p{L}\p{M}\p{N}])/u;

function mailAddress(
  link: Link,
  before: RootContent | undefined,
  masked: string,
  report: Report,
): RootContent[] | undefined {
  const start = link.position?.start.offset ?? 0;
  const end = link.position?.end.offset ?? 0;
  const [after, letter = ''] = domainContinues.exec(masked.slice(end, end + 3)) ?? [];
  if (after !== undefined && !isUnspaced(letter)) {
    report({
      offset: start,
      severity: 'warning',
      code: 'address-as-meant',
      message: `"${masked.slice(start, end)}" is not a link here, because "${after}" follows, but other Markdown tools make it a link: write [address](mailto:address).`,
    });
    return link.children;
  }
  const [typed = ''] =
    before?.type === 'text' ? (localPart.exec(before.value.slice(-maxLocalPartLength)) ?? []) : [];
  const local = Array.from(typed)
    .slice(Array.from(typed).findLastIndex(isUnspaced) + 1)
    .join('');
  const isPart = /[^\0-\x7F]/.test(local) && masked.slice(start - local.length, start) === local;
  if (!isPart || before?.type !== 'text') return undefined;
  const address = local + masked.slice(start, end);
  before.value = before.value.slice(0, -local.length);
  if (before.position) before.position.end.offset = start - local.length;
  link.url = `mailto:${encodeURI(local)}${masked.slice(start, end)}`;
  link.children = [{ type: 'text', value: address }];
  if (link.position) link.position.start.offset = start - local.length;
  report({
    offset: start - local.length,
    severity: 'warning',
    code: 'address-as-meant',
    message: `"${address}" is one link here, but in other Markdown tools the link begins after the last non-ASCII letter: write [${address}](${link.url}).`,
    fix: { end, text: `[${address}](${link.url})` },
  });
  return [link];
}

/** Chinese and Japanese punctuation that ends or encloses a clause. */
const punctuation = /[\u3000-\u3003\u3008-\u301F\uFF01-\uFF0F\uFF1A-\uFF1F\uFF3B-\uFF3D\uFF5B-\uFF65“”‘’…]/;

function webAddress(link: Link, masked: string, report: Report): RootContent[] | undefined {
  const start = link.position?.start.offset ?? 0;
  const end = link.position?.end.offset ?? 0;
  const typed = masked.slice(start, end);
  const at = typed.search(punctuation);
  if (at <= 0) return undefined;
  const address = typed.slice(0, at);
  const scheme = link.url.slice(0, link.url.length - typed.length);
  const shown: Text = { type: 'text', value: address };
  if (!/^(?:https?:\/\/|www\.)[^\s.]+\.?[^\s.]/i.test(address)) return undefined;
  report({
    offset: start,
    severity: 'warning',
    code: 'address-as-meant',
    message: `This address ends before "${typed.charAt(at)}" here, but in other Markdown tools it includes the following text: write ${bracketed(scheme, address)}.`,
    fix: { end: start + at, text: bracketed(scheme, address) },
  });
  const position = link.position && { ...link.position, end: { ...link.position.end, offset: start + at } };
  const whole: Link = { ...link, url: scheme + address, children: [shown], ...(position && { position }) };
  return [whole, ...parseInline(typed.slice(at), start + at)];
}

function bracketed(scheme: string, address: string): string {
  return scheme === '' ? `<${address}>` : `[${address}](${scheme}${address})`;
}

/**
 * Maximum number of characters after an address that are parsed again. Without a limit, a word of many
 * addresses would take quadratic time.
 */
const maxReparsedLength = 1000;

/** The inline nodes of a part of a line, with their positions in the answer. */
function parseInline(source: string, start: number): RootContent[] {
  const [paragraph, ...others] = source.length > maxReparsedLength ? [] : markdownTree(source).children;
  if (paragraph?.type !== 'paragraph' || others.length > 0) {
    return [{ type: 'text', value: source, position: offsetPosition(start, start + source.length) }];
  }
  for (const node of listNodes(paragraph)) {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    node.position = offsetPosition(start + from, start + to);
  }
  return paragraph.children;
}
