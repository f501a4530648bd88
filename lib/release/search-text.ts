import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What search keeps of a page. */
export interface SearchText {
  /** All of its text, for showing parts of it. */
  text: string;
  /** The text of its headings, which counts for more. */
  headings: string;
}

/** Elements that run on with the text around them; others end a word. */
const inline = new Set(['a', 'b', 'code', 'em', 'i', 'span', 'strong', 'sub', 'sup', 'del', 'mark', 'math']);

/** Parts of formulas that mean something else when they are written in a row. */
const twoDimensional = new Set([
  'mfrac',
  'mover',
  'mroot',
  'msqrt',
  'msub',
  'msubsup',
  'msup',
  'mtable',
  'munder',
  'munderover',
]);

/** Characters that tell a screen reader how a formula is meant: U+2061, function of, to U+2064, plus. */
const invisible = /[\u2061-\u2064]/g;

/** The text of a finished page that lies within `data-search-body`, without what has `data-search-ignore`. */
export function findSearchText(html: string): SearchText {
  const body = findElement(parse(html), (element) => hasAttribute(element, 'data-search-body'));
  if (!body) return { text: '', headings: '' };
  const headings: string[] = [];
  const text = textOf(body, (heading) => headings.push(heading));
  return { text: clean(text), headings: clean(headings.join(' ')) };
}

function textOf(node: Node, onHeading: (text: string) => void): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  if ('tagName' in node) {
    if (hasAttribute(node, 'data-search-ignore')) return '';
    if (node.tagName === 'math' && findElement(node, ({ tagName }) => twoDimensional.has(tagName)))
      return '…';
  }
  const text = node.childNodes.map((child) => textOf(child, onHeading)).join('');
  if (/^h[2-6]$/.test(node.nodeName)) {
    onHeading(text);
    // A heading and the sentence below it do not read as one.
    return ` ${/\p{P}\s*$/u.test(text) ? text : `${text}:`} `;
  }
  return inline.has(node.nodeName) ? text : ` ${text} `;
}

function clean(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

function findElement(node: Node, isWanted: (element: Element) => boolean): Element | undefined {
  if ('tagName' in node && isWanted(node)) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = findElement(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

function hasAttribute(element: Element, wanted: string): boolean {
  return element.attrs.some(({ name }) => name === wanted);
}
