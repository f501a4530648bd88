// Keeps the study page, its files and the cards that were loaded, for when there is no connection. It has charge of
// /study alone: no other page of the site is touched.

/** @typedef {Event & { waitUntil: (work: Promise<unknown>) => void }} WorkEvent */
/** @typedef {WorkEvent & { request: Request, respondWith: (response: Promise<Response>) => void }} RequestEvent */
/** @typedef {Window & { skipWaiting: () => Promise<void>, clients: { claim: () => Promise<void> } }} WorkerScope */

const page = '/study';
const cacheName = 'quicktakes-study-2';

/** Held the cards in another form. */
const formerCacheName = 'quicktakes-study-1';

/** A connection that takes longer counts as none, where a copy is kept. */
const patienceMilliseconds = 4000;

const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));

addEventListener('install', (event) => {
  const install = async () => {
    await keepPage(await fetch(page));
    await scope.skipWaiting();
  };
  /** @type {WorkEvent} */ (event).waitUntil(install());
});

addEventListener('activate', (event) => {
  const activate = async () => {
    await caches.delete(formerCacheName);
    // The page that registered the worker is served by it at once, not from the next visit on.
    await scope.clients.claim();
  };
  /** @type {WorkEvent} */ (event).waitUntil(activate());
});

addEventListener('fetch', (event) => {
  const requestEvent = /** @type {RequestEvent} */ (event);
  const { request } = requestEvent;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (pathname === page) requestEvent.respondWith(fromNetwork(requestEvent, keepPage));
  else if (isCards(pathname)) requestEvent.respondWith(fromNetwork(requestEvent, keepCards));
  else requestEvent.respondWith(fromNetwork(requestEvent, keepNewer));
});

/**
 * The newest there is; what was kept, where there is no connection.
 *
 * @param {RequestEvent} event
 * @param {(response: Response) => Promise<void>} keep
 * @returns {Promise<Response>}
 */
async function fromNetwork(event, keep) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(new URL(event.request.url).pathname);
  try {
    const signal = kept ? AbortSignal.timeout(patienceMilliseconds) : null;
    const response = await fetch(event.request, { signal });
    if (response.ok) event.waitUntil(keep(response.clone()));
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** @param {string} path */
function isCards(path) {
  return path.startsWith(`${page}/`);
}

/**
 * Of what belongs to the page, the newest.
 *
 * @param {Response} response
 */
async function keepNewer(response) {
  const { pathname } = new URL(response.url);
  const cache = await caches.open(cacheName);
  if (await cache.match(pathname)) await cache.put(pathname, response);
}

/** @param {Response} response */
async function keepCards(response) {
  const cache = await caches.open(cacheName);
  await cache.put(new URL(response.url).pathname, response);
}

/**
 * Keeps the page after its files, so that a kept page is always whole, and lets go of files it no longer uses.
 *
 * @param {Response} response
 */
async function keepPage(response) {
  if (!response.ok) throw new Error(`${page} answered ${response.status}`);
  const html = await response.clone().text();
  const used = new Set(
    [...html.matchAll(/(?:src|href)="(\/[^"?#]+\.(?:js|svg))/g)].flatMap(([, path]) => path ?? []),
  );
  const cache = await caches.open(cacheName);
  const kept = new Map((await cache.keys()).map((request) => [new URL(request.url).pathname, request]));
  await cache.addAll([...used].filter((path) => !kept.has(path)));
  await cache.put(page, response);
  for (const [path, request] of kept) {
    if (path !== page && !isCards(path) && !used.has(path)) await cache.delete(request);
  }
}
