import { useSyncExternalStore } from 'react';

/** The input of the search page. */
export interface SearchRequest {
  query: string;
  /** Slug of the only subject to search, or '' for all subjects. */
  subject: string;
}

const nothing: SearchRequest = { query: '', subject: '' };

/** Browsers reject more than about three changes of the address per second. */
const settleMilliseconds = 300;

let current: SearchRequest | undefined;
let timer: number | undefined;
const listeners = new Set<() => void>();

/**
 * The search request in the page's address, and a function that replaces it. Readers can share the address
 * and return to it.
 */
export function useRequest(): [SearchRequest, (request: SearchRequest) => void] {
  return [useSyncExternalStore(subscribe, getRequest, () => nothing), setRequest];
}

function subscribe(notify: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('popstate', forget);
    window.addEventListener('pagehide', writeAddress);
  }
  listeners.add(notify);
  return () => {
    listeners.delete(notify);
    if (listeners.size > 0) return;
    window.removeEventListener('popstate', forget);
    window.removeEventListener('pagehide', writeAddress);
  };
}

function getRequest(): SearchRequest {
  if (!current) {
    const parameters = new URLSearchParams(window.location.search);
    current = { query: parameters.get('q') ?? '', subject: parameters.get('subject') ?? '' };
  }
  return current;
}

function setRequest(request: SearchRequest): void {
  current = request;
  window.clearTimeout(timer);
  timer = window.setTimeout(writeAddress, settleMilliseconds);
  tellAll();
}

/** After navigation, the new address replaces what was typed. */
function forget(): void {
  window.clearTimeout(timer);
  timer = undefined;
  current = undefined;
  tellAll();
}

function writeAddress(): void {
  if (timer === undefined || !current) return;
  window.clearTimeout(timer);
  timer = undefined;
  const parameters = new URLSearchParams();
  if (current.query !== '') parameters.set('q', current.query);
  if (current.subject !== '') parameters.set('subject', current.subject);
  const search = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  window.history.replaceState(window.history.state, '', window.location.pathname + search);
}

function tellAll(): void {
  for (const notify of listeners) notify();
}
