import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { groupBy } from '@/lib/group-by';
import { cardFilePath } from '@/lib/site';
import { cardFileNumber } from './cards';
import type { Deck } from './deck';

/** The deck of a subject. */
export function deckOf(catalogue: Catalogue, subject: string): Deck {
  const ids = new Set(catalogue.inSubject(subject).map(({ id }) => id));
  return [...ids].sort((a, b) => a - b);
}

/** The questions of each card file by its address, without duplicates and in the order of their ids. */
export function cardFilesOf({ questions }: Catalogue): Map<string, Entry[]> {
  const groups = groupBy(questions, ({ id }) => cardFileNumber(id));
  return new Map(
    [...groups].map(([number, group]) => [cardFilePath(number), group.sort((a, b) => a.id - b.id)]),
  );
}
