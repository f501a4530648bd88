import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What one address answered. */
export interface Answer {
  status: number;
  type: string;
  text: string;
  /** Where it sends on to, for a status from 300 to 399. */
  location: string | undefined;
  /** Links from home to here. */
  depth: number;
  /** A page that leads here. */
  from: string;
  /** Read of a page's HTML; empty for anything else. */
  page: CrawledPage;
}

export interface CrawledPage {
  title: string;
  description: string;
  robots: string;
  canonical: string;
  h1: string[];
  /** The text of the whole body, scripts left out. */
  bodyText: string;
  ids: ReadonlySet<string>;
  /** Every address of the site that the page leads to, and its part after `#`. */
  links: { path: string; fragment: string; element: string; type: string }[];
  jsonLd: string[];
}

const requestsAtOnce = 8;

/**
 * Fetches home and everything that can be reached from there by links, with their shortest ways.
 *
 * @param site its address, without a slash at the end
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

/** What an address answers, redirects not followed. */
export async function fetchOne(site: string, path: string): Promise<Omit<Answer, 'depth' | 'from'>> {
  // A connection that is kept may end while a test thinks.
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
