import { AnswerCache } from '@/lib/answer/cache';
import { RecentlyUsed } from '@/lib/answer/recently-used';
import type { RenderedAnswer } from '@/lib/answer/render';
import { fileHashOf, type Entry } from '@/lib/catalogue/entry';
import { limits } from '@/lib/limits';
import type { MakerContext } from './makers';

/** A question's page and its Markdown are made one after the other, of one answer. */
const kept = new RecentlyUsed<RenderedAnswer | undefined>(limits.keptAnswers);

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
  const hash = fileHashOf(entry);
  const stored = kept.get(`${answersFolder} ${hash}`, () => cache.get(hash));
  if (stored) return stored;
  // Loaded only now: it has the parsers of front matter, which take a while to load.
  const { renderLostAnswer } = await import('./lost-answer');
  const rendered = await renderLostAnswer(entry, contentFolder);
  cache.set(hash, rendered);
  return rendered;
}
