import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { groupBy } from '@/lib/group-by';
import { cardFilePath } from '@/lib/site';
import { cardFileNumber } from './cards';
import type { Deck } from './deck';

/** The deck of each subject, by its slug. */
export function decksOf(catalogue: Catalogue): Map<string, Deck> {
  return new Map(
    catalogue.subjects.map(({ slug }) => {
      const ids = new Set(catalogue.inSubject(slug).map(({ id }) => id));
      return [slug, [...ids].sort((a, b) => a - b)];
    }),
  );
}

/**
 * The questions whose cards stand in one file, each once and in the order of their ids, by the address of the file.
 *
 * @param canonicalOf of the entries with one id, gives the one whose page and answer the card shows
 */
export function cardFilesOf(
  { entries }: Catalogue,
  canonicalOf: (entry: Entry) => Entry,
): Map<string, Entry[]> {
  const byId = new Map(entries.map((entry) => [entry.id, canonicalOf(entry)]));
  const groups = groupBy([...byId.values()], ({ id }) => cardFileNumber(id));
  return new Map(
    [...groups].map(([number, group]) => [cardFilePath(number), group.sort((a, b) => a.id - b.id)]),
  );
}
