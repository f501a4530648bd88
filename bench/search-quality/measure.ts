import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { chromium, type Browser } from '@playwright/test';

import { findBrowser } from '@/e2e/browser/find';
import { filesBelow } from '@/lib/files/files-below';
import { serveSite } from '@/lib/deploy/serve';
import { describeDurations, milliseconds } from '../running/figures';
import { heldOutQueries, tuningQueries, type Query } from './queries';
import { writeSearchSite } from './site';

/** The version of the search engine for comparison. */
const pagefind = 'pagefind@1.6.0';

/** Number of results to evaluate. */
const resultCount = 10;

/** A search engine that runs in a page of the site. */
interface Engine {
  name: string;
  /** Folder of its index within the site. */
  folder: string;
  /**
   * A function expression that loads the engine, searches, and returns the addresses of the first results.
   */
  search: string;
}

const engines: readonly Engine[] = [
  {
    name: 'Ours',
    folder: 'search-index',
    search: `async (query) => {
      const { SearchableLibrary } = await import('/scripts/search/library.js');
      const { results } = await new SearchableLibrary().search(query, '', ${resultCount});
      await Promise.all(results.map(({ excerpt }) => excerpt));
      return results.map(({ address }) => address);
    }`,
  },
  {
    name: 'Pagefind 1.6.0',
    folder: 'pagefind',
    search: `async (query) => {
      const pagefind = await import('/pagefind/pagefind.js');
      const { results } = await pagefind.search(query);
      const found = await Promise.all(results.slice(0, ${resultCount}).map((result) => result.data()));
      return found.map(({ url }) => url.replace(/\\.html$/, ''));
    }`,
  },
];

/** The result of a query. */
interface Outcome {
  query: string;
  /** Rank of the page that answers the query, from 1; undefined if it is not among the results. */
  rank: number | undefined;
  bytes: number;
  duration: number;
}

/**
 * Measures the quality of search results for two lists of queries, compared with another engine on the same
 * pages. Each query is the first one of a new visitor.
 *
 * @param site an empty folder
 */
export async function measureSearchQuality(site: string): Promise<string[]> {
  await writeSearchSite(site);
  await promisify(execFile)('npx', ['--yes', pagefind, '--site', site]);
  const server = await serveSite(site, 0);
  // Pagefind compiles WebAssembly, which the site's Content-Security-Policy forbids.
  server.prependListener('request', (_, response) => {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      name === 'Content-Security-Policy' ? response : setHeader(name, value);
  });
  const browser = await chromium.launch({ executablePath: findBrowser() });
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const origin = `http://localhost:${port ?? 0}/`;
    const lines: string[] = [];
    for (const engine of engines) {
      const tuning = await askAll(browser, origin, engine, tuningQueries);
      const heldOut = await askAll(browser, origin, engine, heldOutQueries);
      lines.push(
        `${engine.name}, ${tuning.length} queries of tuning: ${describeRanks(tuning)}`,
        `${engine.name}, ${heldOut.length} queries held out: ${describeRanks(heldOut)}`,
        `${engine.name}: ${describeCost([...tuning, ...heldOut])}; index ${kilobytes(await sizeOf(join(site, engine.folder)))}`,
      );
      const missed = tuning
        .filter(({ rank }) => rank !== 1)
        .map(({ query, rank }) => `${query} (${rank ?? '–'})`);
      if (missed.length > 0) lines.push(`${engine.name}, not first in tuning: ${missed.join(', ')}`);
    }
    return lines;
  } finally {
    await browser.close();
    server.close();
  }
}

async function askAll(
  browser: Browser,
  origin: string,
  { search }: Engine,
  queries: readonly Query[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [query, slug] of queries) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(origin, { waitUntil: 'networkidle' });
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      sizes.push(
        request
          .sizes()
          .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
      );
    });
    const { addresses, duration } = await page.evaluate<{ addresses: string[]; duration: number }>(
      `(async () => {
        const started = performance.now();
        const addresses = await (${search})(${JSON.stringify(query)});
        return { addresses, duration: performance.now() - started };
      })()`,
    );
    const place = addresses.findIndex((address) => address.endsWith(`/${slug}`));
    outcomes.push({
      query,
      rank: place === -1 ? undefined : place + 1,
      bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
      duration,
    });
    await context.close();
  }
  return outcomes;
}

function describeRanks(outcomes: readonly Outcome[]): string {
  const within = (most: number) => outcomes.filter(({ rank }) => rank !== undefined && rank <= most).length;
  const reciprocal = outcomes.reduce((sum, { rank }) => sum + (rank === undefined ? 0 : 1 / rank), 0);
  const [first, five] = [within(1), within(5)];
  return `${first} first, ${five} among the first five, mean reciprocal rank ${(reciprocal / outcomes.length).toFixed(3)}`;
}

function describeCost(outcomes: readonly Outcome[]): string {
  const bytes = describeDurations(outcomes.map((outcome) => outcome.bytes)).median;
  const { median } = describeDurations(outcomes.map(({ duration }) => duration));
  return `a first search with its scripts and ${resultCount} results takes ${kilobytes(bytes)} and ${milliseconds(median)} (medians)`;
}

/** Total size in bytes of all files below a folder. */
async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all(
    filesBelow(folder).map(async (path) => (await stat(join(folder, path))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function kilobytes(bytes: number): string {
  return `${Number((bytes / 1000).toPrecision(3))} KB`;
}
