import { AnswerRenderer } from '@/lib/answer/answers';
import type { RenderedAnswer } from '@/lib/answer/render';
import type { Entry } from '@/lib/catalogue/entry';
import { readAnswer } from '@/lib/catalogue/read-entry';

/** Starts a process with the first answer. The process ends with the thread. */
const renderer = new AnswerRenderer({ size: 1 });

/**
 * Reads and renders an answer that the cache no longer has, in a separate process.
 *
 * @throws UserError if its file has changed since the entry was made
 */
export async function renderLostAnswer(entry: Entry, contentFolder: string): Promise<RenderedAnswer> {
  return renderer.render(readAnswer(entry, contentFolder));
}
