import { isShortcutOff, turnShortcutOff } from './search/shortcut.js';

/** @type {HTMLDialogElement | undefined} */
let dialog;

/** Shows the keyboard shortcuts, and lets readers who use speech input turn them off. */
export function showKeys() {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
}

function makeDialog() {
  const made = document.createElement('dialog');
  made.className = 'dialog';
  made.setAttribute('aria-labelledby', 'keys');
  made.innerHTML = `<h2 id="keys">Keys</h2>
<dl><dt><kbd>/</kbd></dt><dd>Search</dd><dt><kbd>?</kbd></dt><dd>Show these keys</dd><dt><kbd>Esc</kbd></dt><dd>Close</dd></dl>
<label><input type="checkbox">Use the keys / and ?</label>
<form method="dialog"><button autofocus class="button-quiet">Close</button></form>`;
  const use = made.querySelector('input');
  if (use) {
    use.checked = !isShortcutOff();
    use.addEventListener('change', () => {
      turnShortcutOff(!use.checked);
    });
  }
  document.body.append(made);
  return made;
}
