// Loaded on pages with formulas. Browsers would copy each sign of a formula on a line of its own.
import { markdownOf } from './copy/markdown.js';
import { selectedPart } from './copy/selection.js';

/** @type {typeof import('./copy/shared-html.js') | undefined} */
let html;

// Loaded at the first selection, because most readers copy nothing.
document.addEventListener('selectionchange', () => {
  if (html) return;
  import('./copy/shared-html.js').then((module) => (html = module), Boolean);
});

document.addEventListener('copy', (event) => {
  const { target, clipboardData } = event;
  const selection = getSelection();
  if (!clipboardData || !selection) return;
  if (target instanceof Element && target.matches('input, textarea')) return;
  const part = selectedPart(selection);
  if (!part.querySelector('[data-tex]')) return;
  clipboardData.setData('text/plain', markdownOf(part));
  // If the module is not loaded yet, the clipboard has only the text.
  if (html) clipboardData.setData('text/html', html.sharedHtml(part));
  event.preventDefault();
});
