import { isShortcutOff } from './search/shortcut.js';
import { isTyping } from './typing.js';

document.addEventListener('keydown', (event) => {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented || isTyping(event) || isShortcutOff()) return;
  if (document.querySelector('dialog[open]')) return;
  event.preventDefault();
  // If the module cannot be loaded, no help is shown.
  import('./keyboard-help.js').then(({ showKeys }) => {
    showKeys();
  }, Boolean);
});
