import { parentPort } from 'node:worker_threads';

import { decodeEscapes, offsetInLine } from './escapes';
import { renderMarkdown, type RenderedAnswer } from './render';
import type { AnswerText } from './renderer';

/** Runs in a thread of its own: one answer in, one rendered answer out. */
async function render({ form, text }: AnswerText): Promise<RenderedAnswer> {
  if (form === 'markdown') return renderMarkdown(text);
  const markdown = decodeEscapes(text);
  const rendered = await renderMarkdown(markdown);
  const remarks = rendered.remarks.map((remark) => ({
    ...remark,
    offset: offsetInLine(text, markdown, remark.offset),
  }));
  return { ...rendered, remarks };
}

parentPort?.on('message', (answer: AnswerText) => {
  render(answer).then(
    (rendered) => parentPort?.postMessage({ rendered }),
    (error: unknown) => parentPort?.postMessage({ fault: String(error) }),
  );
});
parentPort?.postMessage('ready');
