// Opens the search as a dialog, which is loaded on demand. If loading fails, opens the search page, as
// without JavaScript.
import { isShortcutOff } from './search/shortcut.js';
import { isTyping } from './typing.js';

/** @typedef {import('./search/dialog.js').SearchDialog} SearchDialog */

const searchPath = '/search';

/** @type {Promise<SearchDialog> | undefined} */
let dialog;

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented || isTyping(event) || isShortcutOff()) return;
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
    // On the search page, or with a modifier key, the link keeps its default action.
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
