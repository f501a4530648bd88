// Loaded where there are formulas, for the copies that readers take of them: browsers would copy each sign of a formula on
// a line of its own.
import { markdownOf } from './copy/markdown.js';
import { selectedPart } from './copy/selection.js';
import { sharedHtml } from './copy/shared-html.js';

document.addEventListener('copy', (event) => {
  const { target, clipboardData } = event;
  const selection = getSelection();
  if (!clipboardData || !selection) return;
  if (target instanceof Element && target.matches('input, textarea')) return;
  const part = selectedPart(selection);
  if (!part.querySelector('[data-tex]')) return;
  clipboardData.setData('text/plain', markdownOf(part));
  clipboardData.setData('text/html', sharedHtml(part));
  event.preventDefault();
});
