/** Shows a text that cannot be rendered as typed. */
export function sourceHtml(text: string): string {
  return `<pre class="answer-source">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
}
