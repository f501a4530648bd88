import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** The response of an address. */
export interface Answer {
  status: number;
  type: string;
  text: string;
  /** The target of a redirect (status 300 to 399). */
  location: string | undefined;
  /** Number of links from the home page. */
  depth: number;
  /** A page that links to this address. */
  from: string;
  /** Contents of the page's HTML; empty for other files. */
  page: CrawledPage;
}

export interface CrawledPage {
  title: string;
  description: string;
  robots: string;
  canonical: string;
  h1: string[];
  /** The text of the body without scripts. */
  bodyText: string;
  ids: ReadonlySet<string>;
  /** Links of the page to addresses of the site, with their fragments. */
  links: { path: string; fragment: string; element: string; type: string }[];
  jsonLd: string[];
}

const requestsAtOnce = 8;

/**
 * Fetches the home page and everything that links lead to, breadth first.
 *
 * @param site address without a trailing slash
 */
export async function crawl(site: string): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  let level = new Map([['/', '/']]);
  for (let depth = 0; level.size > 0; depth += 1) {
    const queue = [...level];
    const work = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const [path, from] = next;
        answers.set(path, { ...(await fetchOne(site, path)), depth, from });
      }
    };
    await Promise.all(Array.from({ length: requestsAtOnce }, work));
    const found = new Map<string, string>();
    for (const path of level.keys()) {
      for (const link of answers.get(path)?.page.links ?? []) {
        if (!answers.has(link.path) && !found.has(link.path)) found.set(link.path, path);
      }
    }
    level = found;
  }
  return answers;
}

/** Fetches an address without following redirects. */
export async function fetchOne(site: string, path: string): Promise<Omit<Answer, 'depth' | 'from'>> {
  // The server may close an idle connection while the test computes.
  const response = await fetch(site + path, { redirect: 'manual', headers: { connection: 'close' } });
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  return {
    status: response.status,
    type,
    text,
    location: response.headers.get('location') ?? undefined,
    page: readPage(type.startsWith('text/html') ? text : '', site, path),
  };
}

function readPage(html: string, site: string, path: string): CrawledPage {
  const all = [...elements(parse(html))];
  const named = (name: string) => all.filter(({ tagName }) => tagName === name);
  const meta = (name: string) =>
    attribute(
      named('meta').find((element) => attribute(element, 'name') === name),
      'content',
    );
  const canonical = named('link').find((element) => attribute(element, 'rel') === 'canonical');
  return {
    title: named('title').map(textOf)[0] ?? '',
    description: meta('description'),
    robots: meta('robots'),
    canonical: attribute(canonical, 'href'),
    h1: named('h1').map(textOf),
    bodyText: named('body').map(textOf).join(''),
    ids: new Set(all.map((element) => attribute(element, 'id'))),
    links: all.flatMap((element) => linksOf(element, site, path)),
    jsonLd: named('script')
      .filter((element) => attribute(element, 'type') === 'application/ld+json')
      .map(textOf),
  };
}

function linksOf(element: Element, site: string, path: string): CrawledPage['links'] {
  return ['href', 'src', 'action'].flatMap((name) => {
    const value = attribute(element, name);
    if (value === '' || !URL.canParse(value, site + path)) return [];
    const url = new URL(value, site + path);
    if (url.origin !== site) return [];
    return [
      {
        path: url.pathname,
        fragment: decodeURIComponent(url.hash.slice(1)),
        element: element.tagName,
        type: attribute(element, 'type'),
      },
    ];
  });
}

function attribute(element: Element | undefined, name: string): string {
  return element?.attrs.find((candidate) => candidate.name === name)?.value ?? '';
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  return node.childNodes
    .map((child) => (child.nodeName === 'script' && node.nodeName !== 'script' ? '' : textOf(child)))
    .join('');
}

function* elements(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}
