import { AnswerCache } from '@/lib/answer/cache';
import { RecentlyUsed } from '@/lib/answer/recently-used';
import type { RenderedAnswer } from '@/lib/answer/render';
import { fileHashOf, type Entry } from '@/lib/catalogue/entry';
import { limits } from '@/lib/limits';
import type { MakerContext } from './makers';

/** A question's page and its Markdown copy are made consecutively from the same answer. */
const kept = new RecentlyUsed<RenderedAnswer | undefined>(limits.keptAnswers);

/**
 * The rendered answer of a question, from the cache. If the cache no longer has it, it is rendered again in a
 * separate process.
 *
 * @throws UserError if it must be rendered and its file has changed since the entry was made
 */
export async function renderedAnswer(
  entry: Entry,
  { answersFolder, contentFolder }: MakerContext,
): Promise<RenderedAnswer> {
  const cache = new AnswerCache(answersFolder);
  const hash = fileHashOf(entry);
  const stored = kept.get(`${answersFolder} ${hash}`, () => cache.get(hash));
  if (stored) return stored;
  // Imported on demand, because it contains the parsers of front matter, which take time to load.
  const { renderLostAnswer } = await import('./lost-answer');
  const rendered = await renderLostAnswer(entry, contentFolder);
  cache.set(hash, rendered);
  return rendered;
}
