export interface SearchResult {
  address: string;
  title: string;
  /** Plain text around the words that matched. */
  excerpt: string;
}

/** As many results as a person looks through before typing another word. */
const resultCount = 20;

/** The part of Pagefind's browser interface that is used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  search: (query: string) => Promise<{ results: { data: () => Promise<PagefindDocument> }[] }>;
}

interface PagefindDocument {
  url: string;
  meta: Record<string, string | undefined>;
  plain_excerpt: string;
}

let pagefind: Promise<Pagefind> | undefined;

function loadPagefind(): Promise<Pagefind> {
  // The release's search index brings this module; it is not there when the site is compiled.
  const address = '/pagefind/pagefind.js';
  pagefind ??= import(/* webpackIgnore: true */ /* turbopackIgnore: true */ address) as Promise<Pagefind>;
  return pagefind;
}

/** Searches the release's own index, in the browser. Rejects when the index cannot be loaded. */
export async function searchLibrary(query: string): Promise<SearchResult[]> {
  const { search } = await loadPagefind();
  const { results } = await search(query);
  const documents = await Promise.all(results.slice(0, resultCount).map(({ data }) => data()));
  return documents.map(({ url, meta, plain_excerpt: excerpt }) => ({
    address: url,
    title: meta.title ?? url,
    excerpt,
  }));
}
