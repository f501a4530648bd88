/** Where it is remembered that a reader does not want the key: some speak to their computer, letter by letter. */
const offItem = 'search-shortcut-off';

/** Whether the / key is left to the browser. Without a memory, it opens the search. */
export function isShortcutOff() {
  try {
    return localStorage.getItem(offItem) === 'yes';
  } catch {
    return false;
  }
}

/**
 * Remembers the choice, where the browser allows it.
 * @param {boolean} isOff
 */
export function turnShortcutOff(isOff) {
  try {
    localStorage.setItem(offItem, isOff ? 'yes' : 'no');
  } catch {
    // A browser that remembers nothing asks again.
  }
}
