import pMap from 'p-map';

import { deckPath } from '@/lib/site';
import { cardFileOf, parseCards, type Card } from '@/lib/study/cards';
import { parseDeck, type Deck } from '@/lib/study/deck';

/**
 * Number of files to load at the same time. Browsers queue further requests, which would delay more urgent
 * ones.
 */
export const filesAtOnce = 6;

const loading = new Map<string, Promise<unknown>>();

/** Loads the deck of a subject. Rejects if it cannot be loaded; the next call tries again. */
export function loadDeck(subject: string): Promise<Deck> {
  return once(deckPath(subject), async (response) => parseDeck(await response.json()));
}

/**
 * Loads the cards with these ids, in their order, without those that the library does not have. Rejects like
 * {@link loadDeck}.
 *
 * @param onProgress called with the number of loaded cards
 */
export async function loadCards(
  ids: readonly number[],
  onProgress: (loaded: number) => void = () => undefined,
): Promise<Card[]> {
  const idsByFile = new Map<string, number>();
  for (const id of ids) idsByFile.set(cardFileOf(id), (idsByFile.get(cardFileOf(id)) ?? 0) + 1);
  const byId = new Map<number, Card>();
  let loaded = 0;
  await pMap(
    idsByFile,
    async ([path, count]) => {
      for (const card of await loadCardFile(path)) byId.set(card.id, card);
      loaded += count;
      onProgress(loaded);
    },
    { concurrency: filesAtOnce },
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function loadCardFile(path: string): Promise<Card[]> {
  return once(path, async (response) => parseCards(await response.json()));
}

function once<Value>(path: string, read: (response: Response) => Promise<Value>): Promise<Value> {
  // A path is always parsed in the same way, so the cached value has the requested type.
  const known = loading.get(path) as Promise<Value> | undefined;
  if (known) return known;
  const load = async () => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return read(response);
  };
  const value = load();
  loading.set(path, value);
  value.catch(() => loading.delete(path));
  return value;
}
