import { lineHtml } from '@/lib/answer/line';

/** A text of one line with its formulas and code set. */
export function Line({ text }: { text: string }) {
  const html = lineHtml(text);
  return html === undefined ? text : <span dangerouslySetInnerHTML={{ __html: html }} />;
}
