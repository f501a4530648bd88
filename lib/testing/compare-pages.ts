import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterMap } from 'parse5';

import { themeScript } from '@/lib/inline-scripts';

type Element = DefaultTreeAdapterMap['element'];

/**
 * Compares two documents of one page, of which Next.js may have made either: the language, the elements of
 * the head (in any order, but those of one name in theirs), and the elements, attributes and text of the
 * body. Comments, styles and what either way of rendering adds to run its own scripts are left out.
 *
 * @returns a line for each difference that was found, which says where; none where the documents are equal
 */
export function comparePages(first: string, second: string): string[] {
  const [one, other] = [readPage(first), readPage(second)];
  return [
    ...compareText('html', one.attributes, other.attributes),
    ...compareHeads(one.head, other.head),
    ...compareTrees('body', one.body, other.body),
  ];
}

/** An element without the parts that are not compared. Adjacent texts are joined. */
interface Tree {
  name: string;
  /** As in HTML, sorted by name. */
  attributes: string;
  children: (Tree | string)[];
}

interface PageTree {
  /** Attributes of the root element. */
  attributes: string;
  head: Tree[];
  body: Tree;
}

function readPage(html: string): PageTree {
  const root = elementsIn(parse(html, { scriptingEnabled: false }))[0];
  const [head, body] = ['head', 'body'].map(
    (name) => root && elementsIn(root).find(({ tagName }) => tagName === name),
  );
  if (!root || !head || !body) throw new Error('An HTML document always has a root, a head and a body.');
  return {
    attributes: attributesOf(root),
    head: treeOf(head).children.filter((child) => typeof child !== 'string'),
    body: treeOf(body),
  };
}

function elementsIn({ childNodes }: Pick<Element, 'childNodes'>): Element[] {
  return childNodes.filter((node) => tree.isElementNode(node));
}

function treeOf(element: Element): Tree {
  const children: (Tree | string)[] = [];
  for (const child of element.childNodes) {
    if (tree.isTextNode(child)) {
      const last = children.at(-1);
      // React separates adjacent texts by comments.
      if (typeof last === 'string') children.splice(-1, 1, last + child.value);
      else children.push(child.value);
    } else if (tree.isElementNode(child) && !isLeftOut(child)) {
      children.push(treeOf(child));
    }
  }
  return { name: element.tagName, attributes: attributesOf(element), children };
}

function attributesOf({ attrs }: Element): string {
  return attrs
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
    .sort()
    .join(' ');
}

/** Whether an element belongs to a way of rendering rather than to the page. */
function isLeftOut(element: Element): boolean {
  const attribute = (name: string) => element.attrs.find((candidate) => candidate.name === name)?.value;
  switch (element.tagName) {
    case 'style':
      return true;
    case 'link':
      return ['stylesheet', 'preload', 'modulepreload', 'preconnect'].includes(attribute('rel') ?? '');
    case 'script':
      return (
        isOfNext(element, attribute('src'), attribute('type')) ||
        isOfRelease(attribute('src'), attribute('data-app-props'))
      );
    case 'div':
      // Next.js puts content that it renders late here.
      return (
        attribute('hidden') !== undefined && element.childNodes.every((child) => tree.isCommentNode(child))
      );
    default:
      return false;
  }
}

/** Types of script elements that contain data. */
const dataTypes = ['application/ld+json', 'application/json', 'speculationrules'];

/** Whether a script belongs to Next.js. The only executable inline script of the site sets the theme. */
function isOfNext(element: Element, source: string | undefined, type: string | undefined): boolean {
  if (source !== undefined) return source.startsWith('/_next/');
  return !dataTypes.includes(type ?? '') && textOf(element) !== themeScript;
}

/**
 * Whether a script of a release has no counterpart in the HTML of Next.js, which starts it after hydration or
 * replaces it.
 */
function isOfRelease(source = '', props: string | undefined): boolean {
  return props !== undefined || source === '/scripts/question.js' || source.startsWith('/scripts/apps/');
}

function textOf({ childNodes }: Element): string {
  return childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('');
}

function compareHeads(first: readonly Tree[], second: readonly Tree[]): string[] {
  const [one, other] = [byName(first), byName(second)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((name) =>
    compareLists(`head > ${name}`, one.get(name) ?? [], other.get(name) ?? []),
  );
}

/** Elements of a head by what identifies them: a title, the name of a `meta`, the relation of a `link`. */
function byName(elements: readonly Tree[]): Map<string, Tree[]> {
  const named = new Map<string, Tree[]>();
  for (const element of elements) {
    const [told = ''] = /\b(?:name|property|rel|charset)="[^"]*"/.exec(element.attributes) ?? [];
    const name = told === '' ? element.name : `${element.name}[${told}]`;
    named.set(name, [...(named.get(name) ?? []), element]);
  }
  return named;
}

function compareLists(place: string, first: readonly Tree[], second: readonly Tree[]): string[] {
  if (first.length !== second.length) {
    return [`${place}: ${first.length} in the first, ${second.length} in the second document`];
  }
  return first.flatMap((element, index) => compareNodes(place, element, second[index]));
}

function compareTrees(place: string, first: Tree, second: Tree): string[] {
  const differences = [
    ...compareText(place, first.name, second.name),
    ...compareText(place, first.attributes, second.attributes),
  ];
  const longest = Math.max(first.children.length, second.children.length);
  for (let index = 0; index < longest; index += 1) {
    const [one, other] = [first.children[index], second.children[index]];
    const found = compareNodes(`${place} > ${nameOf(one ?? other)}`, one, other);
    differences.push(...found);
    // After a child that only one tree has, all later children are shifted.
    if (found.length > 0 && nameOf(one) !== nameOf(other)) break;
  }
  return differences;
}

function compareNodes(
  place: string,
  one: Tree | string | undefined,
  other: Tree | string | undefined,
): string[] {
  if (one === undefined || other === undefined || typeof one === 'string' || typeof other === 'string') {
    return compareText(place, show(one), show(other));
  }
  return one.name === other.name
    ? compareTrees(place, one, other)
    : compareText(place, show(one), show(other));
}

function nameOf(node: Tree | string | undefined): string {
  return typeof node === 'object' ? node.name : node === undefined ? 'nothing' : 'text';
}

function show(node: Tree | string | undefined): string {
  if (node === undefined) return 'nothing';
  return typeof node === 'string'
    ? JSON.stringify(node)
    : `<${[node.name, node.attributes].join(' ').trim()}>`;
}

function compareText(place: string, one: string, other: string): string[] {
  return one === other ? [] : [`${place}: ${one} in the first, ${other} in the second document`];
}
