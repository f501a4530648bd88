import { AnswerCache } from '@/lib/answer/cache';
import { AnswerRenderer } from '@/lib/answer/answers';
import type { RenderedAnswer } from '@/lib/answer/render';
import { fileHashOf, type Entry } from '@/lib/catalogue/entry';
import { readAnswer } from '@/lib/catalogue/load';
import type { MakerContext } from './makers';

/** Starts nothing until the first answer is lost; what it starts ends with the thread. */
const renderer = new AnswerRenderer({ threads: 1 });

/**
 * The rendered answer of a question, from the cache. One that the cache has lost is rendered again, in a process of its own.
 *
 * @throws UserError when it has to be rendered and its file is no longer what the entry was made of
 */
export async function renderedAnswer(
  entry: Entry,
  { answersFolder, contentFolder }: MakerContext,
): Promise<RenderedAnswer> {
  const cache = new AnswerCache(answersFolder);
  const stored = cache.get(fileHashOf(entry));
  if (stored) return stored;
  const rendered = await renderer.render(await readAnswer(entry, contentFolder));
  cache.set(fileHashOf(entry), rendered);
  return rendered;
}
