import render from 'dom-serializer';
import { isComment, isTag, type ChildNode, type Document, type Element } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';

import { themeScript } from '@/lib/inline-scripts';
import type { PageHead } from '@/lib/seo/lint';

/** Where Next.js keeps its own files. */
const nextFiles = '/_next/';

/** Script elements that hold data for the browser or for crawlers and run nothing. */
const jsonLdType = 'application/ld+json';
const dataScripts = [jsonLdType, 'application/json', 'speculationrules'];

/** A finished page, where its links and files lead, and what it tells crawlers. */
export interface FinishedPage {
  html: string;
  /** Addresses within the site: every `href` and `src` that begins with one slash, without query and fragment. */
  targets: Set<string>;
  head: PageHead;
}

/** A page that Next.js made, without its scripts, preloads and flight payload; the content is untouched. */
export function finishPage(html: string): FinishedPage {
  const page = parseDocument(html);
  removeWhere(
    page,
    (node) =>
      isNextScript(node) ||
      isScriptPreload(node) ||
      // React finds its way through an app by the comments in it.
      ((isComment(node) || isEmptyHolder(node)) && !isInApp(node)),
  );
  for (const { attribs } of elementsIn(page)) delete attribs['data-precedence'];
  return { html: serialize(page), ...readPage(page) };
}

function readPage(page: Document): Pick<FinishedPage, 'targets' | 'head'> {
  const targets = new Set<string>();
  const head: PageHead = {
    titles: [],
    descriptions: [],
    canonicals: [],
    robots: [],
    hreflangs: [],
    structuredData: [],
  };
  for (const element of elementsIn(page)) {
    const { href, src } = element.attribs;
    for (const value of [href, src]) {
      if (value !== undefined && /^\/(?!\/)/.test(value)) targets.add(value.replace(/[?#].*$/s, ''));
    }
    readHead(element, head);
  }
  return { targets, head };
}

function readHead(element: Element, head: PageHead): void {
  const read = (name: string) => element.attribs[name] ?? '';
  switch (element.name) {
    case 'title':
      // A picture within the page may have one too.
      if (element.parent && 'name' in element.parent && element.parent.name === 'head')
        head.titles.push(DomUtils.textContent(element));
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
      if (read('type') === jsonLdType) head.structuredData.push(DomUtils.textContent(element));
      break;
  }
}

function isNextScript(node: ChildNode): boolean {
  if (!isTag(node) || !isScript(node) || isDataScript(node)) return false;
  return node.attribs.src?.startsWith(nextFiles) ?? DomUtils.textContent(node) !== themeScript;
}

function isScriptPreload(node: ChildNode): boolean {
  if (!isTag(node) || node.name !== 'link') return false;
  const { rel, href, as } = node.attribs;
  if (rel === 'preconnect') return href === '/';
  return rel === 'modulepreload' || (rel === 'preload' && as === 'script');
}

/** React's place for metadata that arrives late. */
function isEmptyHolder(node: ChildNode): boolean {
  return (
    isTag(node) && node.name === 'div' && node.attribs.hidden !== undefined && node.children.every(isComment)
  );
}

function isInApp(node: ChildNode): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (isTag(parent) && parent.attribs['data-app'] !== undefined) return true;
  }
  return false;
}

function isScript({ name }: Element): boolean {
  return name === 'script';
}

function isDataScript({ attribs }: Element): boolean {
  return dataScripts.includes(attribs.type ?? '');
}

function elementsIn(page: Document): Element[] {
  return DomUtils.getElementsByTagName('*', page);
}

function removeWhere(page: Document, unwanted: (node: ChildNode) => boolean): void {
  for (const node of DomUtils.filter(unwanted, page)) DomUtils.removeElement(node);
}

/** As browsers write a document; React writes an attribute without a value like this, too. */
function serialize(page: Document): string {
  return render(page, { encodeEntities: 'utf8', emptyAttrs: true });
}
