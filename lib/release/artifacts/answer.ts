import { AnswerCache } from '@/lib/answer/cache';
import { parseAnswer } from '@/lib/answer/parse';
import { renderAnswer, type RenderedAnswer } from '@/lib/answer/render';
import { fileHashOf, type Entry } from '@/lib/catalogue/entry';
import { readAnswer } from '@/lib/catalogue/load';
import type { MakerContext } from './makers';

/**
 * The rendered answer of a question, from the cache. It runs in a thread that is ended when it takes too long, so an answer that
 * the cache has lost is rendered here.
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
  const rendered = renderAnswer(parseAnswer(await readAnswer(entry, contentFolder)));
  cache.set(fileHashOf(entry), rendered);
  return rendered;
}
