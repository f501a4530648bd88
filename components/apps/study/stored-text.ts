import { useSyncExternalStore } from 'react';

const changed = 'storedtextchange';

/** Texts that could not be stored. The open page uses them until it is closed. */
const unstored = new Map<string, string>();

/** The text at `key` of `localStorage`, including changes made in other tabs. */
export function useStoredText(key: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => readText(key),
    () => null,
  );
}

/** The text at `key`; null if there is none or if the browser stores nothing. */
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

/** Stores a text. @returns whether the browser stores it; this page uses it in any case */
export function writeText(key: string, text: string): boolean {
  let stored = true;
  try {
    window.localStorage.setItem(key, text);
    unstored.delete(key);
  } catch (error) {
    // The storage is full or not permitted.
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
