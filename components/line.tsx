import { lineHtml } from '@/lib/answer/line';

/** One line of text with formulas and code formatted. */
export function Line({ text }: { text: string }) {
  const html = lineHtml(text);
  return html === undefined ? text : <span dangerouslySetInnerHTML={{ __html: html }} />;
}
