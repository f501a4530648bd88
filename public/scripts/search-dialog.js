// Opens the search as a dialog. All that a page loads before somebody searches is this file and the one below; where the
// rest cannot be had, the search page opens, as it does without JavaScript.
import { isShortcutOff } from './search/shortcut.js';

/** @typedef {import('./search/dialog.js').SearchDialog} SearchDialog */

const searchPath = '/search';

/** @type {Promise<SearchDialog> | undefined} */
let dialog;

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.defaultPrevented || isTyping(event.target) || isShortcutOff()) return;
  if (document.querySelector('dialog[open]')) return;
  event.preventDefault();
  const field = document.querySelector('[data-search-field]');
  if (field instanceof HTMLInputElement) field.select();
  else void openDialog();
});

for (const link of document.querySelectorAll('[data-opens-search]')) {
  if (!(link instanceof HTMLElement)) continue;
  link.addEventListener('pointerenter', () => void loadDialog().catch(() => undefined));
  link.addEventListener('click', (event) => {
    // On the search page and with a key held down, the link does what links do.
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!isPlain || document.querySelector('[data-search-field]')) return;
    event.preventDefault();
    void openDialog();
  });
}

async function openDialog() {
  try {
    (await loadDialog()).open();
  } catch {
    location.assign(searchPath);
  }
}

function loadDialog() {
  dialog ??= import('./search/dialog.js').then(({ SearchDialog }) => new SearchDialog());
  return dialog;
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
