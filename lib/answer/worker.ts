import { parentPort } from 'node:worker_threads';

import { decodeEscapes, offsetInLine } from './escapes';
import { renderMarkdown, type RenderedAnswer } from './render';
import type { AnswerText } from './renderer';

/** Runs in a thread of its own: one answer in, one rendered answer out. */
function render({ form, text }: AnswerText): RenderedAnswer {
  if (form === 'markdown') return renderMarkdown(text);
  const markdown = decodeEscapes(text);
  const rendered = renderMarkdown(markdown);
  const remarks = rendered.remarks.map((remark) => ({
    ...remark,
    offset: offsetInLine(text, markdown, remark.offset),
  }));
  return { ...rendered, remarks };
}

parentPort?.on('message', (answer: AnswerText) => {
  try {
    parentPort?.postMessage({ rendered: render(answer) });
  } catch (error) {
    parentPort?.postMessage({ fault: String(error) });
  }
});
parentPort?.postMessage('ready');
