import { setTimeout } from 'node:timers/promises';

import { absoluteUrl, isListed, siteUrl } from '@/lib/site';
import { UserError } from '@/lib/user-error';

/** Settings for announcing changed pages to search engines (https://www.indexnow.org/documentation). */
export interface IndexNow {
  /** Proves that the announcement comes from the publisher of the site. */
  key: string;
  /** Address of the file that contains the key. */
  keyPath: string;
  /** Address to which changes are posted; nothing is posted without one. */
  endpoint: string | undefined;
}

/** Maximum number of addresses in one request, by the protocol. */
const batchSize = 10_000;

/**
 * Maximum number of requests for a batch, and milliseconds before the second one. Each later wait is twice as
 * long.
 */
const attempts = 5;
const firstWait = 1000;

/** Maximum wait in milliseconds that a server can request. */
const longestWait = 5 * 60 * 1000;

/**
 * Reads `INDEXNOW_KEY` and `INDEXNOW_ENDPOINT`; undefined without a key.
 *
 * @throws UserError for an invalid key or endpoint
 */
export function readIndexNow(env: Readonly<NodeJS.ProcessEnv> = process.env): IndexNow | undefined {
  const { INDEXNOW_KEY: key, INDEXNOW_ENDPOINT: endpoint } = env;
  if (key === undefined || key === '') return undefined;
  if (!/^[A-Za-z0-9-]{8,128}$/.test(key)) {
    throw new UserError('INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens.');
  }
  const isSet = endpoint !== undefined && endpoint !== '';
  if (isSet && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))) {
    throw new UserError(`INDEXNOW_ENDPOINT must begin with https://, found "${endpoint}".`);
  }
  return { key, keyPath: `/${key}.txt`, endpoint: isSet ? endpoint : undefined };
}

/**
 * The absolute addresses of pages that were added, changed or removed between two releases, sorted.
 *
 * @param before the key of each file of a release by its path; another key means another content
 */
export function changedAddresses(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .flatMap((path) => {
      const address = pageAddress(path);
      return address !== undefined && isListed(address) ? [absoluteUrl(address)] : [];
    })
    .sort();
}

function pageAddress(path: string): string | undefined {
  if (path === 'index.html') return '/';
  return path.endsWith('.html') ? `/${path.slice(0, -'.html'.length)}` : undefined;
}

/**
 * Posts addresses, at most 10,000 in a request, one request after the other. Repeats a request if the server
 * is busy or fails temporarily, with increasing waits, and not earlier than the server asks.
 *
 * @param report called with each line of progress
 * @throws UserError if the server rejects a request, with an explanation
 */
export async function announce(
  { key, keyPath, endpoint }: IndexNow & { endpoint: string },
  addresses: readonly string[],
  report: (line: string) => void,
  wait: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<void> {
  for (let first = 0; first < addresses.length; first += batchSize) {
    const urlList = addresses.slice(first, first + batchSize);
    const body = JSON.stringify({
      host: new URL(siteUrl()).host,
      key,
      keyLocation: absoluteUrl(keyPath),
      urlList,
    });
    await post(endpoint, body, report, wait);
    report(`Announced ${first + urlList.length} of ${addresses.length} addresses.`);
  }
}

async function post(
  endpoint: string,
  body: string,
  report: (line: string) => void,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await send(endpoint, body);
    if (reply.isAccepted) return;
    if (!reply.mayPass || attempt === attempts) {
      throw new UserError(`${endpoint} did not accept the addresses: ${reply.problem}.`);
    }
    const pause = Math.min(longestWait, Math.max(firstWait * 2 ** (attempt - 1), reply.wish));
    report(`${endpoint}: ${reply.problem}. Trying again in ${Math.ceil(pause / 1000)} s.`);
    await wait(pause);
  }
}

interface Reply {
  isAccepted: boolean;
  /** Whether the same request may succeed later. */
  mayPass: boolean;
  problem: string;
  /** Wait in milliseconds that the server asks for. */
  wish: number;
}

/** Time limit of a request in milliseconds. */
const patience = 30_000;

async function send(endpoint: string, body: string): Promise<Reply> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body,
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    const { status } = response;
    return {
      isAccepted: status === 200 || status === 202,
      mayPass: status === 429 || status >= 500,
      problem: `it answered ${status}${meanings[status] === undefined ? '' : `, ${meanings[status]}`}`,
      wish: readWish(response.headers.get('Retry-After')),
    };
  } catch (error) {
    // `fetch` puts network errors into the cause of a TypeError. The signal rejects with a TimeoutError.
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    const cause: unknown = error instanceof TypeError ? error.cause : error;
    if (!(cause instanceof Error && (isTimeout || error instanceof TypeError))) throw error;
    return { isAccepted: false, mayPass: true, problem: `it cannot be reached (${String(cause)})`, wish: 0 };
  }
}

/** Meanings of status codes in the protocol. */
const meanings: Readonly<Record<number, string | undefined>> = {
  400: 'the request is not valid',
  403: 'the key is not found at its address: publish the site with INDEXNOW_KEY first',
  422: 'the addresses are not those of the host that shows the key: SITE_URL must be the public address',
  429: 'too many requests',
};

/** `Retry-After` contains seconds or a date (RFC 9110, 10.2.3). */
function readWish(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const wish = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : 1000 * seconds;
  return Number.isNaN(wish) ? 0 : Math.max(0, wish);
}
