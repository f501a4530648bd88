/** A text that cannot be rendered, as it was typed. */
export function sourceHtml(text: string): string {
  return `<pre class="answer-source">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
}
