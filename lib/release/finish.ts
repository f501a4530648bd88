import { parse, serialize, type DefaultTreeAdapterMap } from 'parse5';

import { themeScript } from '@/lib/inline-scripts';
import type { PageHead } from '@/lib/seo/lint';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Where Next.js keeps its own files. */
const nextFiles = '/_next/';

/** Script elements that hold data for the browser or for crawlers and run nothing. */
const jsonLdType = 'application/ld+json';
const dataScripts = [jsonLdType, 'speculationrules'];

/** A finished page, where its links and files lead, and what it tells crawlers. */
export interface FinishedPage {
  html: string;
  /** Addresses within the site: every `href` and `src` that begins with one slash, without query and fragment. */
  targets: Set<string>;
  head: PageHead;
}

/** An exported page as a document: without Next's scripts, preloads and flight payload, its content untouched. */
export function finishDocument(html: string): FinishedPage {
  const page = parse(html);
  removeWhere(
    page,
    (node) => isComment(node) || isNextScript(node) || isScriptPreload(node) || isEmptyHolder(node),
  );
  for (const element of elements(page)) {
    element.attrs = element.attrs.filter(({ name }) => name !== 'data-precedence');
  }
  return { html: serialize(page), ...readPage(page) };
}

/** A finished app page and the file that its inline scripts moved to. */
export interface FinishedApp extends FinishedPage {
  script: string;
}

/**
 * An exported page that keeps React. Its inline scripts move to one file, loaded where they stood last, so that a
 * Content-Security-Policy can forbid inline scripts everywhere.
 *
 * @param scriptAddress where that file will be served
 */
export function finishApp(html: string, scriptAddress: string): FinishedApp {
  const page = parse(html);
  const inline = [...elements(page)].filter(
    (element) =>
      isScript(element) &&
      attribute(element, 'src') === undefined &&
      !isDataScript(element) &&
      textOf(element) !== themeScript,
  );
  const last = inline.at(-1);
  const script = inline.map(textOf).join(';\n');
  removeWhere(page, (node) => node !== last && inline.some((element) => element === node));
  if (last) {
    last.childNodes = [];
    last.attrs = [{ name: 'src', value: scriptAddress }];
  }
  return { html: serialize(page), ...readPage(page), script };
}

function readPage(page: Node): Pick<FinishedPage, 'targets' | 'head'> {
  const targets = new Set<string>();
  const head: PageHead = {
    titles: [],
    descriptions: [],
    canonicals: [],
    robots: [],
    hreflangs: [],
    structuredData: [],
  };
  for (const element of elements(page)) {
    for (const { name, value } of element.attrs) {
      if ((name === 'href' || name === 'src') && /^\/(?!\/)/.test(value)) {
        targets.add(value.replace(/[?#].*$/s, ''));
      }
    }
    readHead(element, head);
  }
  return { targets, head };
}

function readHead(element: Element, head: PageHead): void {
  const read = (name: string) => attribute(element, name) ?? '';
  switch (element.tagName) {
    case 'title':
      // A picture within the page may have one too.
      if (element.parentNode?.nodeName === 'head') head.titles.push(textOf(element));
      break;
    case 'meta':
      if (read('name') === 'description') head.descriptions.push(read('content'));
      if (read('name') === 'robots') head.robots.push(read('content'));
      break;
    case 'link':
      if (read('rel') === 'canonical') head.canonicals.push(read('href'));
      if (read('hreflang') !== '') head.hreflangs.push(read('hreflang'));
      break;
    case 'script':
      if (read('type') === jsonLdType) head.structuredData.push(textOf(element));
      break;
  }
}

function isNextScript(node: Node): boolean {
  if (!isElement(node) || !isScript(node) || isDataScript(node)) return false;
  return attribute(node, 'src')?.startsWith(nextFiles) ?? textOf(node) !== themeScript;
}

function isScriptPreload(node: Node): boolean {
  if (!isElement(node) || node.tagName !== 'link') return false;
  const rel = attribute(node, 'rel');
  if (rel === 'preconnect') return attribute(node, 'href') === '/';
  return rel === 'modulepreload' || (rel === 'preload' && attribute(node, 'as') === 'script');
}

/** React's place for metadata that arrives late. */
function isEmptyHolder(node: Node): boolean {
  return (
    isElement(node) &&
    node.tagName === 'div' &&
    attribute(node, 'hidden') !== undefined &&
    node.childNodes.every(isComment)
  );
}

function isScript(element: Element): boolean {
  return element.tagName === 'script';
}

function isDataScript(element: Element): boolean {
  return dataScripts.includes(attribute(element, 'type') ?? '');
}

function isComment(node: Node): boolean {
  return node.nodeName === '#comment';
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function removeWhere(node: Node, unwanted: (node: Node) => boolean): void {
  if (!('childNodes' in node)) return;
  node.childNodes = node.childNodes.filter((child) => !unwanted(child));
  for (const child of node.childNodes) removeWhere(child, unwanted);
}

function* elements(node: Node): Generator<Element> {
  if (isElement(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}
