import { useSyncExternalStore } from 'react';

const changed = 'querychange';

/** The query in the page's address, and a function that replaces it there. */
export function useQuery(): [string, (query: string) => void] {
  return [useSyncExternalStore(subscribe, readQuery, () => ''), writeQuery];
}

function subscribe(notify: () => void): () => void {
  window.addEventListener('popstate', notify);
  window.addEventListener(changed, notify);
  return () => {
    window.removeEventListener('popstate', notify);
    window.removeEventListener(changed, notify);
  };
}

function readQuery(): string {
  return new URLSearchParams(window.location.search).get('q') ?? '';
}

function writeQuery(query: string): void {
  const search = query === '' ? '' : `?${new URLSearchParams({ q: query }).toString()}`;
  window.history.replaceState(null, '', window.location.pathname + search);
  window.dispatchEvent(new Event(changed));
}
