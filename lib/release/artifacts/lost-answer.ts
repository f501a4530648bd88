import { AnswerRenderer } from '@/lib/answer/answers';
import type { RenderedAnswer } from '@/lib/answer/render';
import type { Entry } from '@/lib/catalogue/entry';
import { readAnswer } from '@/lib/catalogue/load';

/** Starts nothing until the first answer; what it starts ends with the thread. */
const renderer = new AnswerRenderer({ threads: 1 });

/**
 * Reads and renders an answer that the cache does not have any more, in a process of its own.
 *
 * @throws UserError when its file is no longer what the entry was made of
 */
export async function renderLostAnswer(entry: Entry, contentFolder: string): Promise<RenderedAnswer> {
  return renderer.render(await readAnswer(entry, contentFolder));
}
