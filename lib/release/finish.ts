import render from 'dom-serializer';
import {
  Comment,
  isComment,
  isTag,
  type AnyNode,
  type ChildNode,
  type Document,
  type Element,
} from 'domhandler';
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
  const page = parsePage(html);
  return { html: serialize(page), ...readPage(inHead(page), inBody(page)) };
}

/**
 * The pages that a sheet holds, by address. Each is the sheet without its questions, with one of them where they were and
 * what that says of itself at the end of the head: it does not depend on the others.
 */
export function finishSheet(html: string): Map<string, FinishedPage> {
  const page = parsePage(html);
  const sections = elementsIn(page).filter(isSection);
  const [first] = sections;
  const [head] = DomUtils.getElementsByTagName('head', page);
  if (!first || !head) return new Map();
  const places = { head: new Comment('head of a page'), body: new Comment('body of a page') };
  DomUtils.appendChild(head, places.head);
  DomUtils.prepend(first, places.body);
  for (const section of sections) DomUtils.removeElement(section);
  const [start = '', rest = ''] = serialize(page).split(serialize(places.head));
  const [middle = '', end = ''] = rest.split(serialize(places.body));
  const [sheetHead, sheetBody] = [inHead(page), inBody(page)];
  return new Map(
    sections.map((section) => {
      const [metadata, ...body] = section.children;
      const own = metadata && isTag(metadata) ? metadata.children : [];
      return [
        section.attribs[sectionAddress] ?? '',
        {
          html: [start, serialize(own), middle, serialize(body), end].join(''),
          ...readPage([...sheetHead, ...elementsIn(own)], [...sheetBody, ...elementsIn(body)]),
        },
      ];
    }),
  );
}

/** The attribute that names the page which a part of a sheet is for. */
const sectionAddress = 'data-page';

/** No answer can pretend to be one: what it has lies deeper. */
function isSection({ attribs, parent }: Element): boolean {
  return attribs[sectionAddress] !== undefined && parent !== null && isTag(parent) && parent.name === 'main';
}

function parsePage(html: string): Document {
  const page = parseDocument(html);
  removeWhere(
    page,
    (node) =>
      isNextScript(node) ||
      isScriptPreload(node) ||
      // React finds its way through an app by the comments in it.
      ((isComment(node) || isEmptyHolder(node)) && !isInApp(node)),
  );
  for (const { attribs } of elementsIn(page)) {
    // By these, React would add styles in the browser.
    delete attribs['data-precedence'];
    delete attribs['data-href'];
  }
  return page;
}

function inHead(page: Document): Element[] {
  return DomUtils.getElementsByTagName('head', page).flatMap((head) => elementsIn(head));
}

function inBody(page: Document): Element[] {
  return DomUtils.getElementsByTagName('body', page).flatMap((body) => elementsIn(body));
}

function readPage(
  inHead: readonly Element[],
  inBody: readonly Element[],
): Pick<FinishedPage, 'targets' | 'head'> {
  const targets = new Set<string>();
  const head: PageHead = {
    // A picture within the page may have one too.
    titles: inHead.filter(({ name }) => name === 'title').map((title) => DomUtils.textContent(title)),
    descriptions: [],
    canonicals: [],
    robots: [],
    hreflangs: [],
    structuredData: [],
  };
  for (const element of [...inHead, ...inBody]) {
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

function elementsIn(nodes: AnyNode | AnyNode[]): Element[] {
  return DomUtils.getElementsByTagName('*', nodes);
}

function removeWhere(page: Document, unwanted: (node: ChildNode) => boolean): void {
  for (const node of DomUtils.filter(unwanted, page)) DomUtils.removeElement(node);
}

/** As browsers write a document; React writes an attribute without a value like this, too. */
function serialize(nodes: AnyNode | AnyNode[]): string {
  return render(nodes, { encodeEntities: 'utf8', emptyAttrs: true });
}
