/**
 * Key in `localStorage` for readers who turned the shortcut off, for example because they use speech input.
 */
const offItem = 'search-shortcut-off';

/** Whether the / key keeps its default action. Without a stored choice, it opens the search. */
export function isShortcutOff() {
  try {
    return localStorage.getItem(offItem) === 'yes';
  } catch {
    return false;
  }
}

/** Stores the choice if the browser allows it. @param {boolean} isOff */
export function turnShortcutOff(isOff) {
  try {
    localStorage.setItem(offItem, isOff ? 'yes' : 'no');
  } catch {
    // Without storage, the choice is not remembered.
  }
}
