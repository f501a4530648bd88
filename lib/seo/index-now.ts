import { setTimeout } from 'node:timers/promises';

import { absoluteUrl, isListed, siteUrl } from '@/lib/site';
import { UserError } from '@/lib/user-error';

/** How changed pages are announced to search engines (https://www.indexnow.org/documentation). */
export interface IndexNow {
  /** Proves that who announces is who publishes. */
  key: string;
  /** Where the site shows the key. */
  keyPath: string;
  /** Where changes are posted to; without one, nothing is. */
  endpoint: string | undefined;
}

/** Addresses in one request, as the protocol allows. */
const batchSize = 10_000;

/** Requests for a batch before it is given up, and milliseconds before the second; each next wait is twice as long. */
const attempts = 5;
const firstWait = 1000;

/** Milliseconds that a server can make us wait. */
const longestWait = 5 * 60 * 1000;

/**
 * What `INDEXNOW_KEY` and `INDEXNOW_ENDPOINT` say; nothing without a key.
 *
 * @throws UserError for a key or an endpoint that is none
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
 * The absolute addresses of pages that are new, changed or gone between two releases, sorted.
 *
 * @param before what each file of a release, by its path, was made of: another key, another content
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
 * Posts addresses, at most 10,000 in a request, one request after the other. A server that is busy or out of order is
 * asked again, later each time, and never sooner than it wishes.
 *
 * @param report is told what was done, a line at a time
 * @throws UserError when the server refuses, with what that means
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
      throw new UserError(`${endpoint} did not take the addresses: ${reply.problem}.`);
    }
    const pause = Math.min(longestWait, Math.max(firstWait * 2 ** (attempt - 1), reply.wish));
    report(`${endpoint}: ${reply.problem}. Trying again in ${Math.ceil(pause / 1000)} s.`);
    await wait(pause);
  }
}

interface Reply {
  isAccepted: boolean;
  /** Whether the same request may be accepted later. */
  mayPass: boolean;
  problem: string;
  /** Milliseconds that the server asks us to wait. */
  wish: number;
}

/** Milliseconds that a server may take. */
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
    // `fetch` says in a TypeError's cause what went wrong on the way; the signal rejects with a TimeoutError.
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    const cause: unknown = error instanceof TypeError ? error.cause : error;
    if (!(cause instanceof Error && (isTimeout || error instanceof TypeError))) throw error;
    return { isAccepted: false, mayPass: true, problem: `it cannot be reached (${String(cause)})`, wish: 0 };
  }
}

/** What the protocol says that its answers mean. */
const meanings: Readonly<Record<number, string | undefined>> = {
  400: 'the request is not valid',
  403: 'the key is not found at its address: publish the site with INDEXNOW_KEY first',
  422: 'the addresses are not those of the host that shows the key: SITE_URL must be the public address',
  429: 'too many requests',
};

/** `Retry-After` says seconds or a date (RFC 9110, 10.2.3). */
function readWish(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const wish = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : 1000 * seconds;
  return Number.isNaN(wish) ? 0 : Math.max(0, wish);
}
