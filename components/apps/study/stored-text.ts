import { useSyncExternalStore } from 'react';

const changed = 'storedtextchange';

/** What could not be stored, so that at least the page that is open goes on with it. */
const unstored = new Map<string, string>();

/** The text at `key` of `localStorage`, as it is and as it changes, also in another tab. */
export function useStoredText(key: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => readText(key),
    () => null,
  );
}

/** The text at `key`; null where there is none or the browser keeps none. */
export function readText(key: string): string | null {
  const text = unstored.get(key);
  if (text !== undefined) return text;
  try {
    return window.localStorage.getItem(key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}

/** Stores a text. @returns whether the browser will keep it; this page works with it in any case */
export function writeText(key: string, text: string): boolean {
  let stored = true;
  try {
    window.localStorage.setItem(key, text);
    unstored.delete(key);
  } catch (error) {
    // No room, or no permission.
    if (!(error instanceof DOMException)) throw error;
    unstored.set(key, text);
    stored = false;
  }
  window.dispatchEvent(new Event(changed));
  return stored;
}

function subscribe(notify: () => void): () => void {
  window.addEventListener('storage', notify);
  window.addEventListener(changed, notify);
  return () => {
    window.removeEventListener('storage', notify);
    window.removeEventListener(changed, notify);
  };
}
